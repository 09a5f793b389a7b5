import Testing
@testable import CarrelJSON
