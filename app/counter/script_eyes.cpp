// What a script can see: the labels on the screen and the counter's own values, spelt for one line of JSON.
#include "app/counter/script_hands.h"

#include "ui/desk/notice_bar.h"

#include <QLabel>

#include <array>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

QString markName(SeatMark mark)
{
    switch (mark) {
    case SeatMark::Free:
        return u"free"_s;
    case SeatMark::Selected:
        return u"selected"_s;
    case SeatMark::Held:
        return u"held"_s;
    case SeatMark::Reserved:
        return u"reserved"_s;
    case SeatMark::Sold:
        return u"sold"_s;
    case SeatMark::Blocked:
        return u"blocked"_s;
    case SeatMark::Elsewhere:
        return u"elsewhere"_s;
    }
    PARTERRE_REQUIRE(false);
}

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

// A counter's own reserve is, to everybody else, held.
QChar availability(const SeatView& view)
{
    switch (view.mark) {
    case SeatMark::Free:
    case SeatMark::Elsewhere: // with every counter on the line, a reserve is to be had by everybody
        return u'f';
    case SeatMark::Selected:
    case SeatMark::Held:
        return u'h';
    case SeatMark::Reserved:
    case SeatMark::Sold:
    case SeatMark::Blocked:
        return u'x';
    }
    PARTERRE_REQUIRE(false);
}

QString lineName(LineState state)
{
    switch (state) {
    case LineState::Down:
        return u"down"_s;
    case LineState::Syncing:
        return u"syncing"_s;
    case LineState::Up:
        return u"up"_s;
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

QString ScriptHands::shown(const QString& label) const
{
    const auto* found = m_window.findChild<QLabel*>(label);
    return found && found->isVisible() ? found->text() : QString();
}

QString ScriptHands::notice() const
{
    return m_window.notice().isVisible() ? m_window.notice().sentence() : QString();
}

QJsonObject ScriptHands::status() const
{
    const auto report = m_counter.lineReport();
    QJsonObject object{{u"line"_s, lineName(report.state)},
                       {u"unsent"_s, static_cast<int>(report.unsentOps)},
                       {u"reserve"_s, static_cast<int>(report.reserveSeats)},
                       {u"notice"_s, notice()}};
    if (!m_counter.openedEvent())
        return object;
    std::array<int, seatMarkCount> counts{};
    for (const auto& view : m_counter.seatViews())
        ++counts[static_cast<std::size_t>(view.mark)];
    QJsonObject marks;
    for (int i = 0; i < seatMarkCount; ++i)
        marks[markName(static_cast<SeatMark>(i))] = counts[static_cast<std::size_t>(i)];
    object[u"marks"_s] = marks;
    object[u"basket"_s] = static_cast<int>(m_counter.basket().lines.size());
    object[u"orders"_s] = static_cast<int>(m_counter.orders().size());
    return object;
}

QStringList ScriptHands::seats(bool reserve, int count) const
{
    QStringList found;
    for (std::uint32_t i = 0; i < m_counter.plan()->seatCount() && found.size() < count; ++i) {
        const SeatView view = m_counter.seatView(SeatIndex{i});
        if (view.mark == SeatMark::Free && view.reserve == reserve)
            found << QString::fromStdString(m_counter.plan()->label(SeatIndex{i}));
    }
    return found;
}

QStringList ScriptHands::basketPlaces() const
{
    const auto& plan = *m_counter.plan();
    QStringList places;
    for (const auto& line : m_counter.basket().lines)
        places << QString::fromStdString(line.seat ? plan.label(*line.seat)
                                                   : plan.standing()[line.standing->value].name);
    return places;
}

QString ScriptHands::marks() const
{
    QString marks;
    for (const auto& view : m_counter.seatViews())
        marks += availability(view);
    return marks;
}

QJsonArray ScriptHands::orders() const
{
    const auto& plan = *m_counter.plan();
    QJsonArray orders;
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

QString ScriptHands::markOf(const QString& label) const
{
    const auto seat = m_counter.plan()->seatByLabel(label.toStdString());
    if (!seat)
        return u"unknown"_s;
    const SeatView view = m_counter.seatView(*seat);
    return markName(view.mark) + (view.reserve ? u"+reserve"_s : QString());
}

} // namespace parterre
