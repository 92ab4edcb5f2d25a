// From doubt to disk.
#include "sync/counter/distrust.h"

#include <algorithm>

namespace parterre {

void Distrust::look()
{
    if (!m_core.enrolled() || m_core.isSuspect())
        return;
    if (const std::optional<std::string> doubt = journalDoubt(m_core.marks, *m_core.identity, m_core.book))
        raise(*doubt);
}

void Distrust::raise(const std::string& reason)
{
    if (m_core.isSuspect() || m_core.broken || !m_core.enrolled())
        return;
    JournalBatch journal;
    journal.suspect = SuspectRecord{m_core.identity->installGen, m_core.ports.clock.now(), reason};
    if (Result<void> committed = m_core.commit(journal); !committed)
        return m_hooks.notice(committed.error());
    report();
    m_hooks.changed();
}

// The number under which this op goes up may be taken at the centre: then the centre sees a fork, and knows as well.
void Distrust::report()
{
    if (!m_core.isSuspect())
        return;
    m_hooks.notice({ErrorCode::OpFork, "This counter is not to be trusted: " + m_core.suspected->reason +
                                                ". Nothing is sold here off line. Reconcile the paper, then enrol it "
                                                "anew with a new code."});
    if (!m_core.open)
        return;
    const BookedStream& stream = m_core.book.streamFor(m_core.open->event);
    const bool told = std::any_of(stream.ops.begin(), stream.ops.end(), [](const BookedOp& booked) {
        return std::holds_alternative<Suspect>(booked.op.command);
    });
    if (told)
        return;
    constexpr std::size_t longest = 1'000; // of a reason
    const Suspect command{m_core.identity->device, m_core.suspected->reason.substr(0, longest)};
    if (m_core.journalOp(command))
        m_hooks.wakeOutbox();
}

} // namespace parterre
