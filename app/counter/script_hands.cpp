// Sends the same events a keyboard and a mouse would.
#include "app/counter/script_hands.h"

#include "ui/desk/notice_bar.h"
#include "ui/desk/sale_page.h"
#include "ui/seatmap/seat_map_model.h"
#include "ui/seatmap/seat_map_widget.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

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
    auto* map = m_window.findChild<SeatMapWidget*>();
    if (!map || !m_counter.openedEvent())
        return false;
    const auto seat = m_counter.plan()->seatByLabel(label.toStdString());
    if (!seat)
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

void ScriptHands::zoomIn()
{
    if (auto* map = m_window.findChild<SeatMapWidget*>()) {
        map->setFocus();
        press(Qt::Key_Plus, u"+"_s);
    }
}

bool ScriptHands::trigger(const QKeySequence& key)
{
    for (auto* action : m_window.findChildren<QAction*>()) {
        if (action->shortcut() != key || !action->isEnabled())
            continue;
        action->trigger();
        return true;
    }
    return false;
}

bool ScriptHands::lookAtSection(const QString& name)
{
    auto* map = m_window.findChild<SeatMapWidget*>();
    if (!map || !m_counter.openedEvent())
        return false;
    const auto& sections = m_counter.plan()->sections();
    for (std::uint32_t i = 0; i < sections.size(); ++i) {
        if (QString::fromStdString(sections[i].name) == name) {
            map->showSection(SectionIndex{i});
            return true;
        }
    }
    return false;
}

bool ScriptHands::chooseRow(const QString& tree, const QString& beginning)
{
    auto* list = m_window.findChild<QTreeWidget*>(tree);
    if (!list || !list->isVisible())
        return false;
    for (QTreeWidgetItemIterator it(list); *it; ++it) {
        const QString text = (*it)->text(0);
        if (!((*it)->flags() & Qt::ItemIsSelectable) || !text.section(u'\n', 0, 0).contains(beginning))
            continue;
        list->setCurrentItem(*it);
        list->setFocus();
        return true;
    }
    return false;
}

void ScriptHands::pressIn(const QString& widget, int key)
{
    if (auto* found = m_window.findChild<QWidget*>(widget))
        found->setFocus();
    press(key);
}

void ScriptHands::dismissNotice()
{
    m_window.notice().dismiss();
}

bool ScriptHands::shoot(const QString& file)
{
    return m_window.grab().save(file, "PNG");
}

} // namespace parterre
