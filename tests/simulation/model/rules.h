// The rules of the sync protocol as steps of the model: what may happen next in a world.
#pragma once

#include "tests/simulation/model/world.h"

#include <string>
#include <vector>

namespace parterre::model {

// What is done wrongly. Everything false is the protocol of design 02.
struct Rules
{
    // The five wrong variants; each must end with two people holding good paper for the seat.
    bool reclaimOnTimer = false;    // the server's timer frees the seat instead of moving it to Limbo
    bool replayStoredGrant = false; // a repeated request is answered with the grant it got, not with what is live
    bool printBeforeFsync = false;  // paper leaves before the sale is on the disk
    bool restoreKeepsLogId = false; // a restored server goes on as if nothing had happened
    bool suspectSeals = false;      // a counter that doubts its own journal seals and says Hello all the same

    // Smaller mistakes, so that no property and no rule is there in vain.
    bool replyBeforeCommit = false;   // the server answers, then crashes before it has committed
    bool replayDecidesAgain = false;  // a repeated sale is decided anew instead of answered with its outcome
    bool sendBeforeFsync = false;     // an op leaves before it is on the disk
    bool forkIgnored = false;         // another op with a known number is taken for a repeat
    bool gapIsFork = false;           // an op that has overtaken another quarantines its counter
    bool refusalBlocksStream = false; // a refused request is not counted as applied
    bool oldGrantBelieved = false;    // a counter takes a Granted it has had before
    bool oldLogBelieved = false;      // a counter takes a Granted of the log before the restore
    bool captureAlwaysWins = false;   // a captured payment gets the seat whoever has it
    bool writeOffUnsigned = false;    // Limbo is freed without anybody signing for it
    bool opensOnFirstHello = false;   // a restored event opens when the first counter has reported
    bool frozenDecidesAtOnce = false; // facts pushed again after a restore are decided as they arrive
    bool capturesForgotten = false;   // a restored event opens without asking the payment provider
};

// How large the world is. The network and crashes need no bound: see README.md.
struct Bounds
{
    // Requests, sales and seals each counter may journal; Hello and Suspect come on top.
    std::array<unsigned, counters> ops{2, 2};
    bool provisional = true;
    bool writeOff = true;   // one signature; that for a suspect counter, which recovery needs, is always to be had
    bool restore = true;    // one
    bool rollBack = true;   // one, of counter 0
    bool falseAlarm = true; // counter 0 becomes suspect for no reason
};

struct Setup
{
    Rules rules;
    Bounds bounds;
};

enum class Act : std::uint8_t {
    // Counter `who` writes an op; Sell and Seal under fence `what`.
    WriteRequest,
    WriteSale,
    WriteProvisional,
    WriteSeal,
    WriteHello,
    WriteSuspect,
    // Something else happens at counter `who`.
    Fsync,
    Crash,
    TakeGrant, // `what`: its fence
    TakeRegrant,
    TakeOutcome, // `what`: the number of its op
    Notice,
    FalseAlarm,
    RollBack, // `what`: how many ops are kept
    RollBackUnnoticed,
    // Op number `what` of counter `who` reaches the server.
    Deliver,
    DeliverLost,
    ReplayGrant,
    ReplayDecision,
    AnswerAndCrash,
    // At the server, for counter `who` and fence `what`.
    LimboTimer,
    WriteOff,
    // The web buyer and the payment provider.
    Hold,
    HoldEnds,
    StartPayment,
    Capture,
    SettleCapture,
    PaymentEnds,
    // The server's disaster: `who` is `web` when its purchase is kept, `what` the kept ops of the counters, 8 a + b.
    Restore,
    Unfreeze,
};

struct Step
{
    Act act = Act::Hold;
    std::uint8_t who = 0;
    std::uint8_t what = 0;
};

struct Move
{
    Step step;
    World world; // after the step
};

// Every step that may come next. Steps that change nothing may be among them.
void movesFrom(const World& world, const Setup& setup, std::vector<Move>& moves);

// The parts of movesFrom; each appends.
void counterMoves(const World& world, const Setup& setup, unsigned counter, std::vector<Move>& moves);
void streamMoves(const World& world, const Setup& setup, std::vector<Move>& moves);
void centreMoves(const World& world, const Setup& setup, std::vector<Move>& moves);

// The place of a step in the healing schedule, 0 when it has none: the line comes back, everybody restarts, people do
// their job. Of the steps that may come next the lowest place is taken.
unsigned healingPlace(const World& world, Step step);

// One line for a trace.
std::string inWords(const World& before, Step step);

} // namespace parterre::model
