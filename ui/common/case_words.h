// Where a case stands and whom it is about, in a few words; the inbox and the managers' page share them.
#pragma once

#include "sync/domain/cases.h"
#include "ui/common/level.h"

#include <QString>

namespace parterre {

// Sign, word and seriousness of where a case stands.
struct PhaseWords
{
    Level level = Level::Caution;
    QString sign;
    QString words;
};
PhaseWords phaseWords(CasePhase phase);
PhaseWords phaseWords(const Case& of); // also that money is still to be given back

// Somebody still has to do something about it, or to wait: it is not closed, or money is still to be given back.
bool isToBeDone(const Case& of);
bool isToBeDone(CasePhase phase, std::int64_t refundMinor);
PhaseWords phaseWords(CasePhase phase, std::int64_t refundMinor);

// How the customer can be reached, and what they asked for at the sale.
QString customerText(const Buyer& buyer, Wish wish);

} // namespace parterre
