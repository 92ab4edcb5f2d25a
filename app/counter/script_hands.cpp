// Sends the same events a keyboard and a mouse would.
#include "app/counter/script_hands.h"

#include "ui/desk/notice_bar.h"
#include "ui/desk/sale_page.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>

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

// The shortcut a real key would have reached from `focus`, if any.
bool activateShortcut(QWidget& window, QWidget* focus, int key)
{
    for (auto* shortcut : window.findChildren<QShortcut*>()) {
        auto* scope = qobject_cast<QWidget*>(shortcut->parent());
        const bool inScope = shortcut->context() == Qt::WindowShortcut || scope == focus || scope->isAncestorOf(focus);
        if (!shortcut->isEnabled() || shortcut->key() != QKeySequence(key) || !scope->isVisible() || !inScope)
            continue;
        Q_EMIT shortcut->activated();
        return true;
    }
    return false;
}

void send(QWidget* to, QEvent::Type type, const QPointF& at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, to->mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons,
                      Qt::NoModifier);
    QApplication::sendEvent(to, &event);
}

} // namespace

void ScriptHands::press(int key, const QString& text)
{
    QWidget* to = QApplication::focusWidget() ? QApplication::focusWidget() : &m_window;
    // Shortcuts are looked up on the way down, as for a real key.
    QKeyEvent overriding(QEvent::ShortcutOverride, key, Qt::NoModifier, text);
    overriding.ignore();
    QApplication::sendEvent(to, &overriding);
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    if (!overriding.isAccepted() && activateShortcut(m_window, to, key))
        return;
    QApplication::sendEvent(to, &down);
}

bool ScriptHands::type(const QString& field, const QString& text)
{
    auto* edit = m_window.findChild<QLineEdit*>(field);
    if (!edit || !edit->isVisible())
        return false;
    edit->setFocus();
    edit->selectAll();
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(edit, &down);
    }
    return true;
}

bool ScriptHands::click(const QString& button)
{
    auto* found = m_window.findChild<QPushButton*>(button);
    if (!found || !found->isVisible() || !found->isEnabled())
        return false;
    found->click();
    return true;
}

bool ScriptHands::clickSeat(const QString& label)
{
    const auto seat = m_counter.plan()->seatByLabel(label.toStdString());
    auto* map = m_window.findChild<SeatMapWidget*>();
    if (!seat || !map)
        return false;
    m_window.salePage().showSeat(*seat);
    const QPointF at = map->viewport().toPixels(map->model()->geometry().position(*seat));
    send(map, QEvent::MouseMove, at, Qt::NoButton);
    send(map, QEvent::MouseButtonPress, at, Qt::LeftButton);
    send(map, QEvent::MouseButtonRelease, at, Qt::NoButton);
    return true;
}

bool ScriptHands::chooseEvent(const QString& titlePrefix)
{
    auto* list = m_window.findChild<QTreeWidget*>(u"eventList"_s);
    for (int i = 0; list && i < list->topLevelItemCount(); ++i) {
        if (!list->topLevelItem(i)->text(0).startsWith(titlePrefix) || list->topLevelItem(i)->isDisabled())
            continue;
        list->setCurrentItem(list->topLevelItem(i));
        list->setFocus();
        press(Qt::Key_Return);
        return true;
    }
    return false;
}

void ScriptHands::fitMap()
{
    if (auto* map = m_window.findChild<SeatMapWidget*>()) {
        map->setFocus();
        press(Qt::Key_F, u"f"_s);
    }
}

bool ScriptHands::lookAtSection(const QString& name)
{
    auto* map = m_window.findChild<SeatMapWidget*>();
    const auto& sections = m_counter.plan()->sections();
    for (std::uint32_t i = 0; map && i < sections.size(); ++i) {
        if (QString::fromStdString(sections[i].name) == name) {
            map->showSection(SectionIndex{i});
            return true;
        }
    }
    return false;
}

void ScriptHands::dismissNotice()
{
    m_window.notice().dismiss();
}

bool ScriptHands::shoot(const QString& file)
{
    return m_window.grab().save(file, "PNG");
}

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

QString ScriptHands::markOf(const QString& label) const
{
    const auto seat = m_counter.plan()->seatByLabel(label.toStdString());
    if (!seat)
        return u"unknown"_s;
    const SeatView view = m_counter.seatView(*seat);
    return markName(view.mark) + (view.reserve ? u"+reserve"_s : QString());
}

} // namespace parterre
