// What a script can see of orders, conflicts and open questions, spelt for one line of JSON.
#include "app/counter/script_hands.h"

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString syncName(OrderSync sync)
{
    switch (sync) {
    case OrderSync::Pending:
        return u"pending"_s;
    case OrderSync::Provisional:
        return u"provisional"_s;
    case OrderSync::Contested:
        return u"contested"_s;
    case OrderSync::Confirmed:
        return u"confirmed"_s;
    case OrderSync::Awaiting:
        return u"awaiting"_s;
    case OrderSync::Refused:
        return u"refused"_s;
    case OrderSync::Conflict:
        return u"conflict"_s;
    }
    PARTERRE_REQUIRE(false);
}

QString phaseName(CasePhase phase)
{
    switch (phase) {
    case CasePhase::Contest:
        return u"contest"_s;
    case CasePhase::Open:
        return u"open"_s;
    case CasePhase::Offered:
        return u"offered"_s;
    case CasePhase::RefundDue:
        return u"refund-due"_s;
    case CasePhase::AtDoor:
        return u"at-door"_s;
    case CasePhase::Won:
        return u"won"_s;
    case CasePhase::Exchanged:
        return u"exchanged"_s;
    case CasePhase::Granted:
        return u"granted"_s;
    case CasePhase::Refunded:
        return u"refunded"_s;
    case CasePhase::Closed:
        return u"closed"_s;
    }
    PARTERRE_REQUIRE(false);
}

QJsonArray labelsOf(const SeatPlan& plan, const std::vector<SeatIndex>& seats)
{
    QJsonArray labels;
    for (const SeatIndex seat : seats)
        labels.append(QString::fromStdString(plan.label(seat)));
    return labels;
}

QJsonObject caseJson(const CaseReport& report, const SeatPlan& plan)
{
    const Case& of = report.what;
    QJsonArray offers;
    for (const Places& offer : of.offers)
        offers.append(labelsOf(plan, offer.seats));
    return {{u"code"_s, QString::fromStdString(orderCode(of.order.id))},
            {u"phase"_s, phaseName(of.phase)},
            {u"mine"_s, report.mine},
            {u"lost"_s, labelsOf(plan, of.lost.seats)},
            {u"offers"_s, offers},
            {u"refund"_s, static_cast<qint64>(of.refundMinor)}};
}

} // namespace

QJsonArray ScriptHands::questions() const
{
    QJsonArray list;
    for (const OpenQuestion& question : m_counter.questions()) {
        using Kind = OpenQuestion::Kind;
        const QString kind = question.kind == Kind::Payment     ? u"payment"_s
                             : question.kind == Kind::MoneyBack ? u"money-back"_s
                                                                : u"print"_s;
        list.append(QJsonObject{{u"kind"_s, kind},
                                {u"code"_s, QString::fromStdString(orderCode(question.order.id))},
                                {u"amount"_s, static_cast<qint64>(question.amount.minor)}});
    }
    return list;
}

QJsonArray ScriptHands::cases() const
{
    QJsonArray list;
    for (const CaseReport& report : m_counter.cases())
        list.append(caseJson(report, *m_counter.plan()));
    return list;
}

QJsonObject ScriptHands::caseOf(const QString& code) const
{
    for (const CaseReport& report : m_counter.cases())
        if (QString::fromStdString(orderCode(report.what.order.id)) == code)
            return caseJson(report, *m_counter.plan());
    return {};
}

QJsonArray ScriptHands::orders() const
{
    QJsonArray orders;
    if (!m_counter.openedEvent())
        return orders;
    const auto& plan = *m_counter.plan();
    for (const auto& summary : m_counter.orders()) {
        QJsonArray places;
        for (const auto& ticket : summary.order.tickets)
            if (!ticket.voided)
                places.append(QString::fromStdString(ticket.seat ? plan.label(*ticket.seat)
                                                                 : plan.standing()[ticket.standing->value].name));
        orders.append(QJsonObject{{u"code"_s, QString::fromStdString(orderCode(summary.order.id))},
                                  {u"places"_s, places},
                                  {u"sync"_s, syncName(summary.sync)},
                                  {u"mine"_s, summary.mine}});
    }
    return orders;
}

} // namespace parterre
