// What must hold in every world of the model, and at every step between two worlds.
#pragma once

#include "tests/simulation/model/rules.h"

namespace parterre::model {

enum class Property : std::uint8_t {
    OneGoodPaper,      // I1 I3 I15 I17: two people never hold good paper for the seat, unless somebody signed for it
    OneOwner,          // I1: the server has confirmed at most one owner
    FencesGrow,        // I2: a fence is larger than every fence there ever was
    AuthorityStays,    // I3 I4: an allotted seat changes hands by its counter's sale, Return, Seal or Hello, or by a
                       // signature
    OutcomeStays,      // I6: a final outcome does not change within a log
    PrintedIsOnDisk,   // I7: paper on the desk has its sale on the counter's disk
    SentIsOnDisk,      // rule 4: so has everything the server knows, unless the disk was rolled back
    AcknowledgedStays, // I8: what was acknowledged is what the server has committed
    ToldStays,         // I17: who was told "confirmed" is not told "no" later, whatever is restored
    ForkQuarantines,   // I18: a second op with the same number quarantines its counter and has no other effect
    OnlyForksDo,       // and nothing else quarantines a counter
    SuspectNeverSeals, // I19
    BecomesQuiet,      // I12: once healed, everything pushed is answered and nothing is left open
};
constexpr unsigned propertyCount = 13;

using Properties = std::uint32_t; // a bit each
constexpr Properties bit(Property property)
{
    return 1U << unsigned(property);
}
const char* nameOf(Property property);

// The properties, BecomesQuiet aside, that this step breaks or that do not hold in the world after it.
Properties brokenBy(const World& before, const Step& step, const World& after);

// How many people hold good paper for the seat, not counting those of whom the rules say that they may be one too many:
// paper that a supervisor has signed away, and paper from a rolled-back journal that nobody has noticed yet.
struct NotCounted
{
    bool signedAway = true;
    bool unnoticed = true;
};
unsigned goodPapers(const World& world, NotCounted without = {});

// Nothing is left to do but what only new wishes would start.
bool isQuiet(const World& world);

// How often the interesting things happened, so that an exploration that never reaches one of them does not pass as
// clean.
enum class Situation : std::uint8_t {
    ContestWonByPaper,
    ContestWonByWeb,
    LateCapture,
    Refund,
    ConfirmedLate,
    SaleAfterWriteOff,
    CaseOpened,
    ForkMet,
    SealedUnderLimbo,
    SettledByAuthority,
    SettledByMoney,
    SettledProvisional,
    OldPromiseKept,
    TwoPapersAfterSignature,
    TwoPapersFromOneDisk,
};
constexpr unsigned situationCount = 15;
std::uint32_t situationsIn(const World& before, const Step& step, const World& after);
const char* nameOf(Situation situation);

} // namespace parterre::model
