// ScriptHands: eyes and hands on the desk for a script: presses keys, fills fields, clicks seats, reads what is shown.
#pragma once

#include "sync/counter/counter.h"
#include "ui/desk/desk_window.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QKeySequence>
#include <QStringList>

namespace parterre {

class ScriptHands
{
public:
    ScriptHands(Counter& counter, DeskWindow& window) : m_counter(counter), m_window(window) {}

    // Hands
    void press(int key, const QString& text = {});        // to the focused widget
    bool type(const QString& field, const QString& text); // replaces a field's text; false when it is not shown
    bool click(const QString& button);
    bool clickSeat(const QString& label); // brings it into view, then clicks where it is drawn
    bool chooseEvent(const QString& titlePrefix);
    void fitMap();
    void zoomIn(); // one step, about the focus seat
    bool lookAtSection(const QString& name);
    bool trigger(const QKeySequence& key);                         // the action behind a key of the window's menus
    bool chooseRow(const QString& tree, const QString& beginning); // in a list, at any depth; then it has the keyboard
    void pressIn(const QString& widget, int key);
    void dismissNotice();
    bool shoot(const QString& file); // a picture of the window as PNG

    // Eyes
    Counter& counter() { return m_counter; }
    DeskWindow& window() { return m_window; }
    QString shown(const QString& label) const; // text of a label by object name; empty when hidden
    QString pressable(const QString& button) const;
    QJsonArray rows(const QString& tree) const; // its leaves, a text a column
    bool settled() const;                       // no sheet waits for the centre
    QString notice() const;
    QJsonObject status() const;                       // line, reserve, basket, counts of seats by mark
    QStringList seats(bool reserve, int count) const; // free seats inside or outside the own reserve
    QString markOf(const QString& label) const;       // "free", "sold" … with "+reserve"
    QStringList basketPlaces() const;                 // label of each line
    // One character a seat in plan order, as sync/wire/availability.h spells what everybody else sees of it.
    QString marks() const;
    QJsonArray questions() const; // kind, order, amount
    QJsonArray cases() const;
    QJsonObject caseOf(const QString& code) const; // empty: there is none
    QJsonArray orders() const;                     // code, places, how far it is, whether sold here

private:
    Counter& m_counter;
    DeskWindow& m_window;
};

} // namespace parterre
