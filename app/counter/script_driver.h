// ScriptDriver: plays a clerk. Reads one command a line, does it with real key presses and clicks on the real widgets,
// waits until the screen shows the result, and answers with one line of JSON. Used by app/demo's tour.
#pragma once

#include "app/counter/script_hands.h"

#include <QJsonObject>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <deque>
#include <functional>

namespace parterre {

class ScriptDriver : public QObject
{
    Q_OBJECT
public:
    // Reads `input` (a file descriptor, standard input as a rule) until it ends, then quits the application.
    ScriptDriver(ScriptHands hands, int input, QObject* parent = nullptr);

private:
    using Words = QStringList;
    // Looks whether the awaited state is there; an object when it is, with what to report.
    using Ready = std::function<std::optional<QJsonObject>()>;

    void readInput();
    void runNext();
    void run(const Words& words);
    bool runEntry(const QString& verb, const Words& args);
    bool runSale(const QString& verb, const Words& args);
    // script_offline.cpp
    bool runOffline(const QString& verb, const Words& args);
    bool runCases(const QString& verb, const Words& args);
    Ready untilSold();
    void sellProvisionally(const Words& args);
    void payByCard(const QString& terminalSays);
    void drill(bool on);
    void answerQuestion(const QString& word);
    void askAgain();
    void reenrol(const QString& code);
    void moveCase(const QString& code, const QString& step);
    // script_manage.cpp
    bool runManage(const QString& verb, const Words& args);
    void sign(const Words& args);
    bool runLook(const QString& verb, const Words& args);
    void await(Ready ready, int deadlineMs = 10'000);
    void poll();
    void answer(bool ok, QJsonObject object);
    void fail(const QString& why);

    ScriptHands m_hands;
    QSocketNotifier m_input;
    QByteArray m_pending;
    std::deque<QString> m_lines;
    bool m_ended = false;
    bool m_busy = false;
    QString m_verb;
    Ready m_ready;
    int m_left = 0; // milliseconds until the deadline of the awaited state
    QTimer m_poll;
};

} // namespace parterre
