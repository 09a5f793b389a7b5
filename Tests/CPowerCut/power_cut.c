#include "power_cut.h"
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// ---- What was recorded

// SYNC_NAMES is a sync of the directory, after which what was created and deleted in it stays so.
enum Kind { CREATE, WRITE, TRUNCATE, SYNC, SYNC_NAMES, DELETE };

struct Operation {
    enum Kind kind;
    int file;
    sqlite3_int64 offset; // of a write; the length of a truncation
    int count;
    unsigned char *bytes;
};

enum { most_files = 16 };
static char *names[most_files];
static int name_count;
static struct Operation *operations;
static long operation_count, operation_room;
static char root[512];

static int named(const char *path) {
    const char *name = path + strlen(root);
    for (int i = 0; i < name_count; i++)
        if (strcmp(names[i], name) == 0) return i;
    if (name_count == most_files) abort();
    names[name_count] = strdup(name);
    return name_count++;
}

static void record(enum Kind kind, int file, sqlite3_int64 offset, const void *bytes, int count) {
    if (operation_count == operation_room) {
        operation_room = operation_room ? operation_room * 2 : 1024;
        operations = realloc(operations, operation_room * sizeof *operations);
        if (!operations) abort();
    }
    struct Operation *operation = &operations[operation_count++];
    *operation = (struct Operation){.kind = kind, .file = file, .offset = offset, .count = count};
    if (!bytes) return;
    operation->bytes = malloc(count);
    if (!operation->bytes) abort();
    memcpy(operation->bytes, bytes, count);
}

static int is_recorded(const char *path) { return path && root[0] && strncmp(path, root, strlen(root)) == 0; }

// ---- A file system that records, in front of SQLite's own

static sqlite3_vfs *below;

struct File {
    sqlite3_file base;
    int name;
    // A journal's first sync is one of its directory too: unixSync of SQLite's os_unix.c.
    int syncs_names;
    sqlite3_file *below;
};

#define BELOW(file) (((struct File *)(file))->below)
#define CALL(file, method, ...) (BELOW(file)->pMethods->method(BELOW(file), ##__VA_ARGS__))

static int file_close(sqlite3_file *f) { return CALL(f, xClose); }
static int file_read(sqlite3_file *f, void *to, int count, sqlite3_int64 at) { return CALL(f, xRead, to, count, at); }
static int file_write(sqlite3_file *f, const void *from, int count, sqlite3_int64 at) {
    int code = CALL(f, xWrite, from, count, at);
    if (code == SQLITE_OK) record(WRITE, ((struct File *)f)->name, at, from, count);
    return code;
}
static int file_truncate(sqlite3_file *f, sqlite3_int64 size) {
    int code = CALL(f, xTruncate, size);
    if (code == SQLITE_OK) record(TRUNCATE, ((struct File *)f)->name, size, NULL, 0);
    return code;
}
static int file_sync(sqlite3_file *f, int flags) {
    int code = CALL(f, xSync, flags);
    struct File *file = (struct File *)f;
    if (code != SQLITE_OK) return code;
    record(SYNC, file->name, 0, NULL, 0);
    if (file->syncs_names) record(SYNC_NAMES, file->name, 0, NULL, 0);
    file->syncs_names = 0;
    return code;
}
static int file_size(sqlite3_file *f, sqlite3_int64 *size) { return CALL(f, xFileSize, size); }
static int file_lock(sqlite3_file *f, int lock) { return CALL(f, xLock, lock); }
static int file_unlock(sqlite3_file *f, int lock) { return CALL(f, xUnlock, lock); }
static int file_check_lock(sqlite3_file *f, int *out) { return CALL(f, xCheckReservedLock, out); }
static int file_control(sqlite3_file *f, int op, void *arg) { return CALL(f, xFileControl, op, arg); }
static int file_sector_size(sqlite3_file *f) { return CALL(f, xSectorSize); }
static int file_characteristics(sqlite3_file *f) { return CALL(f, xDeviceCharacteristics); }
static int file_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
    return CALL(f, xShmMap, page, size, extend, out);
}
static int file_shm_lock(sqlite3_file *f, int at, int n, int flags) { return CALL(f, xShmLock, at, n, flags); }
static void file_shm_barrier(sqlite3_file *f) { CALL(f, xShmBarrier); }
static int file_shm_unmap(sqlite3_file *f, int remove) { return CALL(f, xShmUnmap, remove); }

// Version 2: without memory mapping, which would write past us.
static const sqlite3_io_methods methods = {
    2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock,
    file_check_lock, file_control, file_sector_size, file_characteristics, file_shm_map, file_shm_lock,
    file_shm_barrier, file_shm_unmap, NULL, NULL,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *f, int flags, int *out) {
    if (!is_recorded(path)) return below->xOpen(below, path, f, flags, out);
    struct File *file = (struct File *)f;
    int was_there = access(path, F_OK) == 0;
    file->below = (sqlite3_file *)(file + 1);
    file->base.pMethods = NULL;
    int code = below->xOpen(below, path, file->below, flags, out);
    if (file->below->pMethods) file->base.pMethods = &methods;
    if (code != SQLITE_OK) return code;
    file->name = named(path);
    file->syncs_names = !was_there && (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL));
    // The learner's file itself is made before SQLite opens it.
    if (!was_there || (flags & SQLITE_OPEN_MAIN_DB)) record(CREATE, file->name, 0, NULL, 0);
    return code;
}
static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync) {
    int code = below->xDelete(below, path, sync);
    if (code != SQLITE_OK || !is_recorded(path)) return code;
    record(DELETE, named(path), 0, NULL, 0);
    if (sync) record(SYNC_NAMES, named(path), 0, NULL, 0);
    return code;
}
static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *out) {
    return below->xAccess(below, path, flags, out);
}
static int vfs_full_path(sqlite3_vfs *vfs, const char *path, int room, char *out) {
    return below->xFullPathname(below, path, room, out);
}
static void *vfs_dl_open(sqlite3_vfs *vfs, const char *path) { return below->xDlOpen(below, path); }
static void vfs_dl_error(sqlite3_vfs *vfs, int room, char *out) { below->xDlError(below, room, out); }
static void (*vfs_dl_symbol(sqlite3_vfs *vfs, void *handle, const char *name))(void) {
    return below->xDlSym(below, handle, name);
}
static void vfs_dl_close(sqlite3_vfs *vfs, void *handle) { below->xDlClose(below, handle); }
static int vfs_randomness(sqlite3_vfs *vfs, int count, char *out) { return below->xRandomness(below, count, out); }
static int vfs_sleep(sqlite3_vfs *vfs, int microseconds) { return below->xSleep(below, microseconds); }
static int vfs_time(sqlite3_vfs *vfs, double *out) { return below->xCurrentTime(below, out); }
static int vfs_last_error(sqlite3_vfs *vfs, int room, char *out) { return below->xGetLastError(below, room, out); }
static int vfs_time64(sqlite3_vfs *vfs, sqlite3_int64 *out) { return below->xCurrentTimeInt64(below, out); }

static sqlite3_vfs recorder = {
    .iVersion = 2,
    .zName = "power-cut",
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_path,
    .xDlOpen = vfs_dl_open,
    .xDlError = vfs_dl_error,
    .xDlSym = vfs_dl_symbol,
    .xDlClose = vfs_dl_close,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_time,
    .xGetLastError = vfs_last_error,
    .xCurrentTimeInt64 = vfs_time64,
};

int power_cut_begin(const char *directory) {
    if (!below) {
        below = sqlite3_vfs_find(NULL);
        recorder.szOsFile = (int)sizeof(struct File) + below->szOsFile;
        recorder.mxPathname = below->mxPathname;
    }
    snprintf(root, sizeof root, "%s/", directory);
    return sqlite3_vfs_register(&recorder, 1);
}

int power_cut_end(void) {
    // It stays registered: files that are open still go through it.
    root[0] = 0;
    return sqlite3_vfs_register(below, 1);
}

long power_cut_operations(void) { return operation_count; }

void power_cut_forget(void) {
    for (long i = 0; i < operation_count; i++) free(operations[i].bytes);
    for (int i = 0; i < name_count; i++) free(names[i]);
    operation_count = 0;
    name_count = 0;
}

// ---- What a power cut leaves

struct Image {
    int exists;
    sqlite3_int64 size, room;
    unsigned char *bytes;
};

static void resize(struct Image *image, sqlite3_int64 size) {
    if (size > image->room) {
        image->room = size * 2;
        image->bytes = realloc(image->bytes, image->room);
        if (!image->bytes) abort();
    }
    if (size > image->size) memset(image->bytes + image->size, 0, size - image->size);
    image->size = size;
}

static void put(struct Image *image, const struct Operation *operation, int from, int count) {
    sqlite3_int64 end = operation->offset + from + count;
    if (end > image->size) resize(image, end);
    memcpy(image->bytes + operation->offset + from, operation->bytes + from, count);
    image->exists = 1;
}

static uint64_t next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

// Carries `operation` out; a write sector by sector, each with one chance in two, where `random` is given.
static void apply(struct Image *image, const struct Operation *operation, uint64_t *random) {
    switch (operation->kind) {
    case CREATE: image->exists = 1; break;
    case TRUNCATE: resize(image, operation->offset); break;
    case SYNC:
    case SYNC_NAMES: break;
    case DELETE:
        image->exists = 0;
        resize(image, 0);
        break;
    case WRITE:
        if (!random) {
            put(image, operation, 0, operation->count);
            break;
        }
        for (int from = 0; from < operation->count;) {
            int step = 512 - (int)((operation->offset + from) % 512);
            if (step > operation->count - from) step = operation->count - from;
            if (next(random) & 1) put(image, operation, from, step);
            from += step;
        }
    }
}

int power_cut_leave(long count, uint64_t seed, const char *directory) {
    struct Image images[most_files] = {0};
    long synced[most_files] = {0};
    uint64_t random = seed;
    int code = 0;
    long names_synced = 0;
    for (long i = 0; i < count; i++) {
        if (operations[i].kind == SYNC) synced[operations[i].file] = i + 1;
        if (operations[i].kind == SYNC_NAMES) names_synced = i;
    }
    for (long i = 0; i < names_synced; i++)
        if (operations[i].kind == DELETE && synced[operations[i].file] <= i) synced[operations[i].file] = i + 1;
    for (int file = 0; file < name_count; file++) {
        struct Image *image = &images[file];
        // What the disk still had in its queue: none of it, all of it, or any part of it.
        int luck = (int)(next(&random) % 4);
        for (long i = 0; i < count; i++) {
            const struct Operation *operation = &operations[i];
            if (operation->file != file) continue;
            int is_named = operation->kind == CREATE && i < names_synced;
            if (i < synced[file] || is_named || luck == 1) apply(image, operation, NULL);
            else if (luck > 1 && (next(&random) & 1)) apply(image, operation, luck == 2 ? &random : NULL);
        }
        if (image->exists && !code) {
            char path[1024];
            snprintf(path, sizeof path, "%s/%s", directory, names[file]);
            FILE *out = fopen(path, "w");
            if (!out || fwrite(image->bytes, 1, image->size, out) != (size_t)image->size) code = errno ? errno : EIO;
            if (out && fclose(out) != 0) code = errno;
        }
        free(image->bytes);
    }
    return code;
}
