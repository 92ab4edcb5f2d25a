// FileLock: at most one running program owns a data folder. The kernel lets go when the program ends, however it ends.
#pragma once

#include "sync/base/result.h"

#include <QString>

#include <utility>

namespace parterre::sql {

class FileLock
{
public:
    // Unavailable when another program has it; Storage when the file cannot be made.
    static Result<FileLock> take(const QString& path);
    FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace parterre::sql
