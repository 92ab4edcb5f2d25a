// FileGuard: the journal's guard as one small file in another folder, better on another disk, than the journal.
#pragma once

#include "sync/counter/journal_guard.h"

#include <QString>

namespace parterre {

class FileGuard : public JournalGuard
{
public:
    // `path`: its folder exists.
    explicit FileGuard(QString path) : m_path(std::move(path)) {}

    Result<std::vector<GuardMark>> load() override;
    // Writes a new file, brings it to the disk, and renames it over the old one.
    Result<void> store(const std::vector<GuardMark>& marks) override;

private:
    QString m_path;
};

} // namespace parterre
