// Writing the overview.
#include "server/api/admin_json.h"

#include "sync/domain/allotment_rule.h"
#include "sync/wire/api_json.h"

#include <QJsonArray>

#include <map>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

QString time(Instant at)
{
    return text(toRfc3339(at));
}

QString number(std::uint64_t value)
{
    return QString::number(value);
}

// Writes what belongs to one event.
class Overview
{
public:
    Overview(const EventMirror& mirror, const std::vector<CounterDevice>& devices, const CounterPresence& presence)
        : m_state(mirror.state()), m_presence(presence)
    {
        for (const CounterDevice& device : devices)
            m_names.emplace(device.id, device.name);
    }

    QJsonObject write() const
    {
        QJsonArray awaited;
        for (const DeviceId& device : m_state.awaited())
            awaited.append(named(device));
        QJsonArray allotments;
        for (const auto& [fence, allotment] : m_state.allotments())
            allotments.append(allotmentJson(allotment));
        QJsonArray writeOffs;
        for (const auto& [fence, signedOff] : m_state.writeOffs())
            writeOffs.append(writeOffJson(signedOff));
        QJsonArray alarms;
        for (const auto& [seq, alarm] : m_state.alarms())
            alarms.append(alarmJson(alarm));
        return {{u"title"_s, text(m_state.terms().title)},
                {u"frozen"_s, m_state.frozen()},
                {u"log_gen"_s, static_cast<qint64>(m_state.logGen())},
                {u"awaited"_s, awaited},
                {u"allotments"_s, allotments},
                {u"write_offs"_s, writeOffs},
                {u"cases"_s, cases()},
                {u"alarms"_s, alarms}};
    }

private:
    QJsonObject named(DeviceId device) const
    {
        const auto name = m_names.find(device);
        return {{u"device"_s, text(device.toString())},
                {u"name"_s, name == m_names.end() ? QString() : text(name->second)}};
    }

    QJsonArray areasJson(const Places& places) const
    {
        std::map<PriceAreaIndex, std::uint32_t> units;
        for (const SeatIndex seat : places.seats)
            ++units[m_state.plan().seat(seat).priceArea];
        for (const StandingUnits& standing : places.standing)
            units[m_state.plan().standing()[standing.area.value].priceArea] += standing.count;
        QJsonArray list;
        for (const auto& [area, count] : units)
            list.append(QJsonObject{{u"area"_s, text(m_state.plan().priceAreas()[area.value].name)},
                                    {u"units"_s, static_cast<qint64>(count)}});
        return list;
    }

    QJsonObject allotmentJson(const Allotment& allotment) const
    {
        QJsonObject json = named(allotment.device);
        json[u"fence"_s] = number(allotment.fence.value);
        json[u"phase"_s] = allotment.phase == AllotmentPhase::Active ? u"active"_s : u"limbo"_s;
        json[u"reachable"_s] = allotment.reachable;
        json[u"granted_at"_s] = time(allotment.grantedAt);
        json[u"ends_at"_s] = time(allotment.grantedAt + allotment.duration);
        json[u"write_off_from"_s] = time(writeOffFrom(allotment));
        const auto contact = m_presence.lastContact(allotment.device);
        json[u"last_contact"_s] = contact ? QJsonValue(time(*contact)) : QJsonValue();
        json[u"places"_s] = placesToJson(allotment.places, m_state.plan());
        json[u"areas"_s] = areasJson(allotment.places);
        return json;
    }

    QJsonObject writeOffJson(const WriteOff& signedOff) const
    {
        QJsonObject json = named(signedOff.device);
        json[u"fence"_s] = number(signedOff.fence.value);
        json[u"by"_s] = text(signedOff.by);
        json[u"reason"_s] = text(signedOff.reason);
        json[u"at"_s] = time(signedOff.at);
        json[u"places"_s] = placesToJson(signedOff.places, m_state.plan());
        return json;
    }

    QJsonObject alarmJson(const Alarm& alarm) const
    {
        QJsonObject json = named(alarm.device);
        json[u"seq"_s] = number(alarm.seq);
        json[u"kind"_s] = text(alarmKindName(alarm.kind));
        json[u"detail"_s] = text(alarm.detail);
        json[u"at"_s] = time(alarm.at);
        return json;
    }

    QJsonObject caseJson(const Case& of) const
    {
        QJsonArray offers;
        for (const Places& offer : of.offers)
            offers.append(placesToJson(offer, m_state.plan()));
        std::vector<SeatIndex> sold;
        for (const Ticket& ticket : of.order.tickets)
            if (ticket.seat)
                sold.push_back(*ticket.seat);
        const Buyer& buyer = of.order.buyer;
        return {{u"case"_s, text(of.id.toString())},
                {u"code"_s, text(orderCode(of.order.id))},
                {u"phase"_s, text(casePhaseName(of.phase))},
                {u"wish"_s, text(wishName(of.wish))},
                {u"provisional"_s, of.provisional},
                {u"sold"_s, labelsToJson(sold, m_state.plan())},
                {u"lost"_s, placesToJson(of.lost, m_state.plan())},
                {u"offers"_s, offers},
                {u"until"_s, of.until.ms == 0 ? QJsonValue() : QJsonValue(time(of.until))},
                {u"paid"_s, money(of.order.tender.paidMinor)},
                {u"refund"_s, money(of.refundMinor)},
                {u"clerk"_s, text(of.order.clerk)},
                {u"by"_s, text(of.by)},
                {u"note"_s, text(of.note)},
                {u"buyer"_s, QJsonObject{{u"name"_s, text(buyer.name)},
                                         {u"email"_s, text(buyer.email)},
                                         {u"phone"_s, text(buyer.phone)}}}};
    }

    // Open ones first, each part oldest first.
    QJsonArray cases() const
    {
        std::map<std::pair<bool, std::uint64_t>, const Case*> sorted;
        for (const auto& [id, of] : m_state.cases())
            sorted.emplace(std::pair(isClosed(of.phase), of.openedSeq), &of);
        QJsonArray list;
        for (const auto& [key, of] : sorted)
            list.append(caseJson(*of));
        return list;
    }

    QJsonObject money(std::int64_t minor) const
    {
        return {{u"amount"_s, static_cast<qint64>(minor)}, {u"currency"_s, text(m_state.terms().currency.text())}};
    }

    const EventState& m_state;
    const CounterPresence& m_presence;
    std::map<DeviceId, std::string> m_names;
};

} // namespace

QJsonObject overviewJson(const EventMirror& mirror, const std::vector<CounterDevice>& devices,
                         const CounterPresence& presence)
{
    return Overview(mirror, devices, presence).write();
}

std::string_view casePhaseName(CasePhase phase)
{
    switch (phase) {
    case CasePhase::Contest:
        return "contest";
    case CasePhase::Open:
        return "open";
    case CasePhase::Offered:
        return "offered";
    case CasePhase::RefundDue:
        return "refund_due";
    case CasePhase::AtDoor:
        return "at_door";
    case CasePhase::Won:
        return "won";
    case CasePhase::Exchanged:
        return "exchanged";
    case CasePhase::Granted:
        return "granted";
    case CasePhase::Refunded:
        return "refunded";
    case CasePhase::Closed:
        return "closed";
    }
    return "unknown";
}

std::string_view alarmKindName(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::Fork:
        return "fork";
    case AlarmKind::OpNotUnderstood:
        return "op_not_understood";
    case AlarmKind::Suspect:
        return "suspect";
    case AlarmKind::ImpossibleSale:
        return "impossible_sale";
    case AlarmKind::LostHistory:
        return "lost_history";
    }
    return "unknown";
}

std::string_view wishName(Wish wish)
{
    switch (wish) {
    case Wish::Ask:
        return "ask";
    case Wish::Auto:
        return "auto";
    case Wish::Refund:
        return "refund";
    }
    return "unknown";
}

} // namespace parterre
