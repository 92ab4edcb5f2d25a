// Judging logs, and Hello.
#include "sync/counter/log_keeper.h"

namespace parterre {

LogVerdict judgeLog(const LogRecord& known, LogId log, std::uint32_t logGen)
{
    if (known.log.isNull())
        return LogVerdict::Same;
    if (logGen < known.logGen)
        return LogVerdict::Older;
    return log == known.log ? LogVerdict::Same : LogVerdict::Restored;
}

Result<void> LogKeeper::keep(const LogRecord& log)
{
    JournalBatch journal;
    journal.logs.push_back(log);
    return m_core.commit(journal);
}

Result<void> LogKeeper::follow(EventId event, const Replica& replica)
{
    const LogRecord known = m_core.logOf(event);
    const std::uint32_t logGen = replica.state().logGen();
    LogRecord log = known;
    log.log = replica.logId();
    log.logGen = logGen;
    bool restored = false;
    switch (judgeLog(known, replica.logId(), logGen)) {
    case LogVerdict::Older:
        return Error{ErrorCode::FutureCursor, "The centre shows an older history of this event than this counter has "
                                              "seen. Nothing is sold from it; call whoever runs the centre."};
    case LogVerdict::Same:
        break;
    case LogVerdict::Restored:
        restored = true;
        log = {event, replica.logId(), logGen, true, std::nullopt, std::nullopt, false};
        m_hooks.notice({ErrorCode::Resync, "The centre was restored from a backup. This counter gives its reserve back "
                                           "and sends again what the centre has lost."});
        break;
    }
    if (log != known)
        if (Result<void> kept = keep(log); !kept)
            return kept;
    if (restored)
        m_hooks.restored();
    m_core.book.streamFor(event).awaitsLog = false;
    m_hooks.wakeOutbox();
    return {};
}

void LogKeeper::lostHistory(EventId event)
{
    LogRecord log = m_core.logOf(event);
    if (log.lostHistory)
        return;
    log.lostHistory = true;
    if (Result<void> kept = keep(log); !kept)
        m_hooks.notice(kept.error());
}

void LogKeeper::greet(EventId event, const EventState& base)
{
    LogRecord log = m_core.logOf(event);
    // A counter that has never followed another log of this event is awaited all the same, though it owes nothing.
    const bool asked = log.restored || (m_core.enrolled() && base.awaited().contains(m_core.identity->device));
    if (!asked || log.greeted == base.logGen() || m_core.isSuspect() || m_core.broken || !m_core.enrolled() ||
        !m_core.openPayments(event).empty())
        return;
    const DeviceId device = m_core.identity->device;
    const Allotment* own = base.allotmentOf(device);
    std::vector<Command> commands;
    if (own && grantOf(*own, event, m_core.grants))
        commands.push_back(SealAllotment{own->fence, device});
    const std::uint64_t head = m_core.book.streamFor(event).head() + commands.size();
    commands.push_back(Hello{device, base.logGen(), head});
    log.greeted = log.logGen = base.logGen();
    JournalBatch journal;
    journal.logs.push_back(log);
    if (const Result<std::uint64_t> opN = m_core.journalOps(event, std::move(commands), std::move(journal)); !opN)
        return m_hooks.notice(opN.error());
    m_hooks.wakeOutbox();
}

} // namespace parterre
