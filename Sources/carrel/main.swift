import CarrelApp
import Glibc

exit(CommandLineEntry.run(CommandLine.arguments))
