// Marks against streams.
#include "sync/counter/journal_watch.h"

#include <algorithm>

namespace parterre {

std::optional<std::string> journalDoubt(const std::vector<GuardMark>& marks, const DeviceIdentity& identity,
                                        const OpBook& book)
{
    for (const GuardMark& mark : marks) {
        if (mark.device != identity.device || mark.installGen < identity.installGen)
            continue; // of an earlier installation
        if (mark.installGen > identity.installGen)
            return "the journal is from before this counter was enrolled anew";
        const BookedStream* stream = book.stream(mark.event);
        const std::uint64_t head = stream ? stream->head() : 0;
        if (head < mark.opN)
            return "the journal ends at operation " + std::to_string(head) + ", but this counter wrote " +
                   std::to_string(mark.opN);
        // Only ops older than the last one are ever forgotten, and the mark is of the last one or nearly so.
        if (const BookedOp* booked = stream->find(mark.opN); booked && booked->sealed.hash != mark.hash)
            return "operation " + std::to_string(mark.opN) + " of the journal is not the one this counter wrote";
    }
    return std::nullopt;
}

std::vector<GuardMark> marksAfter(std::vector<GuardMark> marks, const DeviceIdentity& identity,
                                  const std::vector<JournalledOp>& ops)
{
    std::erase_if(marks, [&identity](const GuardMark& mark) {
        return mark.device != identity.device || mark.installGen != identity.installGen;
    });
    for (const JournalledOp& op : ops) {
        const auto known =
            std::find_if(marks.begin(), marks.end(), [&op](const GuardMark& mark) { return mark.event == op.event; });
        const GuardMark mark{identity.device, identity.installGen, op.event, op.sealed.opN, op.sealed.hash};
        if (known == marks.end())
            marks.push_back(mark);
        else
            *known = mark;
    }
    return marks;
}

} // namespace parterre
