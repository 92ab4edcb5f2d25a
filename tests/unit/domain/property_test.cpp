// Properties of decide() and apply() over random command sequences: what must hold after every single command.
#include "sync/domain/allotment_rule.h"
#include "tests/support/reference_model.h"
#include "tests/unit/domain/random_commands.h"

#include <QTest>

using namespace parterre;
using namespace parterre::testing;

namespace {

constexpr std::uint64_t seed = 20'261'124;
constexpr std::uint64_t sequences = 2'400;
constexpr int commandsEach = 200;
constexpr std::size_t maxSteps = 200; // what the rules do by themselves after one command

SeatPlanPtr smallPlan()
{
    return planFromText({"AAAA_AA", "BBb>BB", "@ Floor C 9"});
}

EventTerms smallTerms(const SeatPlan& plan)
{
    EventTerms terms = sampleTerms(plan);
    terms.prices[2] = std::nullopt; // area B is sold at the reduced price only
    terms.holds.maxHoldsPerHolder = 3;
    terms.holds.maxUnitsPerFanHold = 4;
    return terms;
}

// May the command make the allotment of this counter smaller? By its own word, or by a signature (I4).
struct MayShrink
{
    const EventState& state;
    const Allotment& own;
    Instant now;

    template <typename Other>
    bool operator()(const Other&) const
    {
        return false;
    }
    bool operator()(const SellAllotted& sale) const { return sale.device == own.device; }
    bool operator()(const SellProvisional& sale) const { return sale.device == own.device; }
    bool operator()(const ReturnPlaces& back) const { return isItsWord(back.device, back.fence); }
    bool operator()(const SealAllotment& seal) const { return isItsWord(seal.device, seal.fence); }
    bool operator()(const PlaceHold& place) const
    {
        return place.channel == Channel::Counter && place.holder.bytes == own.device.bytes &&
               own.phase == AllotmentPhase::Active;
    }
    bool operator()(const WriteOffAllotment& off) const
    {
        return off.fence == own.fence && own.phase == AllotmentPhase::Limbo && off.places == own.places &&
               (off.deviceLost || state.isTainted(own.device) || now >= writeOffFrom(own));
    }
    bool isItsWord(DeviceId device, Fence fence) const
    {
        return device == own.device && own.first <= fence && fence <= own.fence && !state.isTainted(device);
    }
};

// Why a fact may be refused: for its own faults only.
bool mayRefuse(const EventState& state, const Command& command, ErrorCode code)
{
    const bool ownFault =
        code == ErrorCode::Malformed || code == ErrorCode::UnknownSeat || code == ErrorCode::AmountMismatch;
    if (std::holds_alternative<SellAllotted>(command) || std::holds_alternative<SellProvisional>(command))
        return ownFault;
    const auto* back = std::get_if<ReturnPlaces>(&command);
    const auto* seal = std::get_if<SealAllotment>(&command);
    if (back || seal)
        return ownFault || code == ErrorCode::AllotmentForeign ||
               (code == ErrorCode::Quarantined && state.isTainted(back ? back->device : seal->device));
    return !std::holds_alternative<Hello>(command) && !std::holds_alternative<Suspect>(command);
}

// Entries that make seats look different without giving them to somebody else.
bool onlyLooks(const EntryBody& body)
{
    return std::holds_alternative<ContactNoted>(body) || std::holds_alternative<AllotmentLimbo>(body) ||
           std::holds_alternative<LogRestored>(body);
}

const Order* soldIn(const Command& command)
{
    if (const auto* sale = std::get_if<SellAllotted>(&command))
        return &sale->order;
    const auto* sale = std::get_if<SellProvisional>(&command);
    return sale ? &sale->order : nullptr;
}

// One random life of an event, checked at every step.
class Life
{
public:
    Life(const SeatPlanPtr& plan, std::uint64_t key) : m_random(seed, key), m_plan(plan), m_state(plan), m_model(*plan)
    {}

    // What broke first, or nothing.
    std::string run()
    {
        std::string broken = carryOut(CreateEvent{smallTerms(*m_plan)});
        for (int i = 0; i < commandsEach && broken.empty(); ++i) {
            if (m_random.chance(1, 3))
                m_now = m_now + Milliseconds(m_random.below(5 * 60'000));
            broken = carryOut(RandomCommands(m_random, m_state, m_now).draw());
        }
        return broken.empty() ? replay() : broken;
    }

    std::array<int, std::variant_size_v<EntryBody>> entriesOf{};
    int refused = 0;

private:
    // As the server does it: the command, and then what the rules do by themselves.
    std::string carryOut(const Command& command)
    {
        std::string broken = step(command);
        if (!broken.empty() || m_refused)
            return broken;
        for (std::size_t settled = 0; broken.empty() && m_last > 0; ++settled) {
            if (settled > maxSteps)
                return "the rules find no end";
            broken = step(SettleCases{});
        }
        return broken.empty() ? repeat(command) : broken;
    }

    // One decision, applied; m_last says how many entries it had.
    std::string step(const Command& command)
    {
        m_last = 0;
        m_refused = false;
        const EventState before = m_state;
        const Result<std::vector<EntryBody>> decision = decide(m_state, command, m_now);
        if (!decision) {
            ++refused;
            m_refused = true;
            return mayRefuse(m_state, command, decision.error().code)
                       ? ""
                       : "a fact was refused: " + std::string(wireName(decision.error().code));
        }
        m_last = decision->size();
        for (const EntryBody& body : *decision) {
            if (!mayRelease(command, body))
                return "command " + std::to_string(command.index()) + " takes a live hold from its holder";
            if (std::string broken = append(body); !broken.empty())
                return broken;
        }
        if (const Order* sold = soldIn(command))
            if ((m_state.order(sold->id) != nullptr) + isOpen(m_state.caseOf(CaseId{sold->id.bytes})) != 1)
                if (!isRefunded(m_state.caseOf(CaseId{sold->id.bytes})))
                    return "a fact is neither sold nor in an open case, or both";
        for (const std::string& broken :
             {m_state.audit(), m_model.compare(m_state), authority(command, before), wholeOrders(*decision)})
            if (!broken.empty())
                return broken;
        return {};
    }
    static bool isOpen(const Case* of) { return of && !isClosed(of->phase); }
    static bool isRefunded(const Case* of)
    {
        return of && (of->phase == CasePhase::Refunded || of->phase == CasePhase::Closed);
    }

    // A hold ends before its time by its own holder's wish, by a fact or for one that waits, and by nothing else.
    bool mayRelease(const Command& command, const EntryBody& body) const
    {
        const auto* released = std::get_if<HoldReleased>(&body);
        const Hold* hold = released && !released->expired ? m_state.hold(released->hold) : nullptr;
        if (!hold)
            return true;
        if (soldIn(command) || std::holds_alternative<SettleCases>(command))
            return !hold->paying;
        if (const auto* release = std::get_if<ReleaseHold>(&command))
            return release->hold == hold->id && release->holder == hold->holder;
        if (const auto* place = std::get_if<PlaceHold>(&command))
            return place->replaces == hold->id && place->holder == hold->holder;
        const auto* best = std::get_if<PlaceBestHold>(&command);
        return best && best->replaces == hold->id && best->holder == hold->holder;
    }

    // I21: an order is sold, or waits, or is lost as a whole.
    static std::string wholeOrders(const std::vector<EntryBody>& decision)
    {
        const auto has = [&decision]<typename Entry>(const Entry*) {
            return std::any_of(decision.begin(), decision.end(),
                               [](const EntryBody& body) { return std::holds_alternative<Entry>(body); });
        };
        for (const EntryBody& body : decision) {
            const auto* opened = std::get_if<CaseOpened>(&body);
            if (!opened)
                continue;
            if (has(static_cast<const OrderPlaced*>(nullptr)))
                return "a case is opened and something of it sold";
            if (opened->opened.phase != CasePhase::Contest &&
                (has(static_cast<const HoldReleased*>(nullptr)) || has(static_cast<const AllotmentReturned*>(nullptr))))
                return "an order that is lost takes something all the same";
        }
        return {};
    }

    std::string append(const EntryBody& body)
    {
        LogEntry entry{m_state.seq() + 1, m_now, {}, body};
        if (std::string broken = m_model.fold(entry, m_now); !broken.empty())
            return broken;
        std::vector<SeatSlot> before;
        for (std::uint32_t i = 0; i < m_plan->seatCount(); ++i)
            before.push_back(m_state.seat(SeatIndex{i}));
        const std::vector<SeatIndex> touched = touchedSeats(m_state, body);
        if (Result<void> applied = tryApply(m_state, entry); !applied)
            return applied.error().detail;
        for (std::uint32_t i = 0; i < m_plan->seatCount(); ++i) {
            const bool changed = before[i] != m_state.seat(SeatIndex{i});
            if (changed != (!onlyLooks(body) && std::binary_search(touched.begin(), touched.end(), SeatIndex{i})))
                return "touchedSeats is wrong about a seat of entry " + std::to_string(entry.seq);
        }
        ++entriesOf[body.index()];
        m_log.push_back(std::move(entry));
        return {};
    }

    // I4: places leave an allotment only by the word of its own counter, or by a signature.
    std::string authority(const Command& command, const EventState& before) const
    {
        for (const auto& [fence, allotment] : before.allotments()) {
            const Allotment* after = m_state.allotmentOf(allotment.device);
            const Places left = after ? intersection(allotment.places, after->places) : Places{};
            const bool ended = !after || after->first != allotment.first;
            if ((left != allotment.places || ended) && !std::visit(MayShrink{before, allotment, m_now}, command))
                return "allotment " + std::to_string(fence.value) + " lost places without its counter's word";
        }
        return {};
    }

    // Asking again is harmless. The one extension of a hold says that it is used up, and whoever records a refund again
    // hears that the money has gone back: there may be a second drawer.
    std::string repeat(const Command& command) const
    {
        const Result<std::vector<EntryBody>> again = decide(m_state, command, m_now);
        if (std::holds_alternative<ExtendHold>(command))
            return !again && again.error().code == ErrorCode::ExtensionUsed ? "" : "a hold can be extended twice";
        if (std::holds_alternative<RecordRefund>(command))
            return !again && again.error().code == ErrorCode::OrderGone ? "" : "money goes back twice";
        if (namesUnits(command))
            return {}; // units have no names: returning two again returns two more
        if (!again)
            return "a repeat of command " + std::to_string(command.index()) +
                   " is refused: " + std::string(wireName(again.error().code));
        return again->empty() ? "" : "a repeat of command " + std::to_string(command.index()) + " does something";
    }
    static bool namesUnits(const Command& command)
    {
        const auto* back = std::get_if<ReturnPlaces>(&command);
        const auto* keep = std::get_if<KeepPlaces>(&command);
        return (back && !back->places.standing.empty()) || (keep && !keep->places.standing.empty());
    }

    std::string replay() const
    {
        EventState fresh(m_plan);
        for (const LogEntry& entry : m_log)
            if (Result<void> applied = tryApply(fresh, entry); !applied)
                return "replay: " + applied.error().detail;
        if (fresh.digest() != m_state.digest())
            return "the replayed log has another digest";
        return fresh == m_state ? "" : "the replayed log is another state";
    }

    KeyedRandom m_random;
    SeatPlanPtr m_plan;
    EventState m_state;
    ReferenceModel m_model;
    std::vector<LogEntry> m_log;
    Instant m_now = sampleNow;
    std::size_t m_last = 0; // entries of the last decision
    bool m_refused = false; // the last decision
};

} // namespace

class PropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySequenceKeepsTheInvariants()
    {
        const SeatPlanPtr plan = smallPlan();
        std::array<int, std::variant_size_v<EntryBody>> entries{};
        int refused = 0;
        for (std::uint64_t key = 0; key < sequences; ++key) {
            Life life(plan, key);
            const std::string broken = life.run();
            if (!broken.empty())
                QFAIL(qPrintable(QStringLiteral("sequence %1: %2").arg(key).arg(QString::fromStdString(broken))));
            for (std::size_t i = 0; i < entries.size(); ++i)
                entries[i] += life.entriesOf[i];
            refused += life.refused;
        }
        QString counts;
        for (const int count : entries)
            counts += QString::number(count) + QLatin1Char(' ');
        qInfo().noquote() << "entries by kind:" << counts << "refused:" << refused;
        // The sequences are worth nothing when a kind of entry hardly ever happens. The kinds after the first sixteen
        // need several rare steps before them; each still has to happen.
        for (std::size_t i = 0; i < entries.size(); ++i)
            QVERIFY2(entries[i] >= (i < 16 ? 250 : 3), qPrintable(QStringLiteral("entry kind %1 is rare").arg(i)));
    }
};

QTEST_GUILESS_MAIN(PropertyTest)
#include "property_test.moc"
