// Takes lines in, runs one command at a time, waits for what it awaits, and answers.
#include "app/counter/script_driver.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr int pollMs = 10;

// Words divided by blanks; "…" keeps blanks together.
QStringList split(const QString& line)
{
    QStringList words;
    QString word;
    bool quoted = false;
    bool any = false;
    for (const QChar c : line) {
        if (c == u'"') {
            quoted = !quoted;
            any = true;
        } else if (c == u' ' && !quoted) {
            if (any)
                words << word;
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any)
        words << word;
    return words;
}

} // namespace

ScriptDriver::ScriptDriver(ScriptHands hands, int input, QObject* parent)
    : QObject(parent), m_hands(hands), m_input(input, QSocketNotifier::Read)
{
    connect(&m_input, &QSocketNotifier::activated, this, &ScriptDriver::readInput);
    connect(&m_poll, &QTimer::timeout, this, &ScriptDriver::poll);
    m_poll.setInterval(pollMs);
}

void ScriptDriver::readInput()
{
    char buffer[4096];
    const auto count = ::read(static_cast<int>(m_input.socket()), buffer, sizeof buffer);
    if (count <= 0) {
        m_input.setEnabled(false);
        m_ended = true;
    } else {
        m_pending.append(buffer, static_cast<qsizetype>(count));
        for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
            m_lines.push_back(QString::fromUtf8(m_pending.left(end)));
            m_pending.remove(0, end + 1);
        }
    }
    runNext();
}

void ScriptDriver::runNext()
{
    if (m_busy)
        return;
    if (m_lines.empty()) {
        if (m_ended)
            QCoreApplication::quit();
        return;
    }
    const QString line = m_lines.front();
    m_lines.pop_front();
    m_busy = true;
    run(split(line));
}

void ScriptDriver::run(const Words& words)
{
    m_verb = words.value(0);
    const Words args = words.mid(1);
    if (m_verb == u"quit") {
        answer(true, {});
        QCoreApplication::quit();
        return;
    }
    if (!runEntry(m_verb, args) && !runSale(m_verb, args) && !runLook(m_verb, args) && !runOffline(m_verb, args) &&
        !runManage(m_verb, args))
        fail(u"no such command"_s);
}

void ScriptDriver::await(Ready ready, int deadlineMs)
{
    m_ready = std::move(ready);
    m_left = deadlineMs;
    m_poll.start();
}

void ScriptDriver::poll()
{
    if (auto object = m_ready()) {
        m_poll.stop();
        answer(true, *object);
        return;
    }
    m_left -= pollMs;
    if (m_left <= 0) {
        m_poll.stop();
        fail(u"waited in vain; the screen says: "_s + m_hands.notice() + m_hands.shown(u"problem"_s));
    }
}

void ScriptDriver::fail(const QString& why)
{
    answer(false, {{u"why"_s, why}});
}

void ScriptDriver::answer(bool ok, QJsonObject object)
{
    object[u"ok"_s] = ok;
    object[u"did"_s] = m_verb;
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
    m_busy = false;
    QTimer::singleShot(0, this, &ScriptDriver::runNext);
}

} // namespace parterre
