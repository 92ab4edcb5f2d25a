// What a script can see of the screen and the map; orders, cases and questions are in script_reports.cpp.
#include "app/counter/script_hands.h"

#include "ui/desk/notice_bar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

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

QString ScriptHands::pressable(const QString& button) const
{
    const auto* found = m_window.findChild<QAbstractButton*>(button);
    return found && found->isVisible() ? found->text() : QString();
}

QJsonArray ScriptHands::rows(const QString& tree) const
{
    QJsonArray rows;
    if (auto* list = m_window.findChild<QTreeWidget*>(tree))
        for (QTreeWidgetItemIterator it(list, QTreeWidgetItemIterator::Selectable); *it; ++it) {
            QJsonArray row;
            for (int column = 0; column < list->columnCount(); ++column)
                row.append((*it)->text(column));
            rows.append(row);
        }
    return rows;
}

bool ScriptHands::settled() const
{
    for (const auto* label : m_window.findChildren<QLabel*>(u"asking"_s))
        if (label->isVisible())
            return false;
    return true;
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
                       {u"outbox"_s, static_cast<int>(report.outboxPercent)},
                       {u"provisional"_s, report.provisional},
                       {u"drill"_s, report.drill},
                       {u"halt"_s, shown(u"haltText"_s)},
                       {u"questions"_s, static_cast<int>(m_counter.questions().size())},
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
    object[u"basket_is"_s] = shown(u"basketState"_s);
    object[u"basket_provisional"_s] = m_counter.basket().provisional;
    object[u"orders"_s] = static_cast<int>(m_counter.orders().size());
    return object;
}

QStringList ScriptHands::seats(bool reserve, int count) const
{
    QStringList found;
    if (!m_counter.openedEvent())
        return found;
    for (std::uint32_t i = 0; i < m_counter.plan()->seatCount() && found.size() < count; ++i) {
        const SeatView view = m_counter.seatView(SeatIndex{i});
        if (view.mark == SeatMark::Free && view.reserve == reserve)
            found << QString::fromStdString(m_counter.plan()->label(SeatIndex{i}));
    }
    return found;
}

QStringList ScriptHands::basketPlaces() const
{
    QStringList places;
    if (!m_counter.openedEvent())
        return places;
    const auto& plan = *m_counter.plan();
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

QString ScriptHands::markOf(const QString& label) const
{
    const auto seat =
        m_counter.openedEvent() ? m_counter.plan()->seatByLabel(label.toStdString()) : std::optional<SeatIndex>();
    if (!seat)
        return u"unknown"_s;
    const SeatView view = m_counter.seatView(*seat);
    return markName(view.mark) + (view.reserve ? u"+reserve"_s : QString()) +
           (view.provisional ? u"+provisional"_s : QString()) +
           (view.freshness == Freshness::Stale ? u"+stale"_s : QString());
}

} // namespace parterre
