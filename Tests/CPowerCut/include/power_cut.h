#ifndef CARREL_POWER_CUT_H
#define CARREL_POWER_CUT_H
// Records what SQLite writes and syncs beneath one directory, and makes of it what a power cut would have left.
// For one test at a time.
#include <stdint.h>

// From now on files that are opened beneath `directory` are recorded. 0, or SQLite's code.
int power_cut_begin(const char *directory);
// Files that are opened from now on are not recorded any more. What was recorded stays.
int power_cut_end(void);
// How many writes, syncs, truncations, creations and deletions there were so far.
long power_cut_operations(void);
// Puts the files into `directory` as a power cut after `operations` may leave them: all that was synced, and of what was
// not synced nothing, all, or a random part in sectors of 512 bytes. 0, or errno.
int power_cut_leave(long operations, uint64_t seed, const char *directory);
// Forgets what was recorded.
void power_cut_forget(void);
#endif
