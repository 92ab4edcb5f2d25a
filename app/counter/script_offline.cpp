// Commands of the offline work: provisional sales, card payments, the drill, restart questions, conflicts.
#include "app/counter/script_driver.h"

#include <QJsonArray>
#include <QKeySequence>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

int wishKey(const QString& wish)
{
    return wish == u"auto" ? Qt::Key_F3 : wish == u"refund" ? Qt::Key_F4 : Qt::Key_F2;
}

// The key of each step on the sheet of conflicts; 0: there is no such step.
int stepKey(const QString& step)
{
    if (step == u"accept" || step == u"settled")
        return Qt::Key_Return;
    if (step == u"offer")
        return Qt::Key_O;
    if (step == u"decline")
        return Qt::Key_D;
    if (step == u"refund")
        return Qt::Key_R;
    if (step == u"door")
        return Qt::Key_T;
    if (step == u"letter")
        return Qt::Key_P;
    return step == u"tickets" ? Qt::Key_N : 0;
}

} // namespace

bool ScriptDriver::runOffline(const QString& verb, const Words& args)
{
    if (verb == u"provisional")
        sellProvisionally(args);
    else if (verb == u"card")
        payByCard(args.value(0));
    else if (verb == u"drill")
        drill(args.value(0) == u"on");
    else if (verb == u"answer")
        answerQuestion(args.value(0));
    else if (verb == u"questions")
        answer(true, {{u"questions"_s, m_hands.questions()}});
    else if (verb == u"ask-again")
        askAgain();
    else if (verb == u"reenrol")
        reenrol(args.value(0));
    else if (verb == u"reserve-sheet")
        answer(m_hands.trigger(QKeySequence(u"Ctrl+R"_s)), {{u"says"_s, m_hands.shown(u"reserveHeadline"_s)}});
    else if (verb == u"back") {
        m_hands.press(Qt::Key_Escape);
        answer(true, {});
    } else
        return runCases(verb, args);
    return true;
}

ScriptDriver::Ready ScriptDriver::untilSold()
{
    return [this]() -> std::optional<QJsonObject> {
        if (const QString sold = m_hands.shown(u"soldHeadline"_s); !sold.isEmpty())
            return QJsonObject{{u"sold"_s, true},
                               {u"headline"_s, sold},
                               {u"what"_s, m_hands.shown(u"soldWhat"_s)},
                               {u"change"_s, m_hands.shown(u"soldChange"_s)}};
        if (const QString sentence = m_hands.notice(); !sentence.isEmpty() && m_hands.shown(u"cashChange"_s).isEmpty())
            return QJsonObject{{u"sold"_s, false}, {u"refused"_s, sentence}};
        return std::nullopt;
    };
}

// provisional NAME CONTACT [ask|auto|refund] [AMOUNT]
void ScriptDriver::sellProvisionally(const Words& args)
{
    m_hands.dismissNotice();
    m_hands.press(Qt::Key_C, u"c"_s);
    if (!m_hands.type(u"provisionalName"_s, args.value(0)) || !m_hands.type(u"provisionalContact"_s, args.value(1)))
        return fail(u"this basket is not sold provisionally"_s);
    m_hands.press(wishKey(args.value(2)));
    m_hands.press(Qt::Key_Return);
    if (const QString problem = m_hands.shown(u"provisionalProblem"_s); !problem.isEmpty())
        return answer(true, {{u"sold"_s, false}, {u"refused"_s, problem}});
    if (args.size() > 3)
        m_hands.type(u"cashGiven"_s, args.value(3));
    m_hands.press(Qt::Key_Return);
    await(untilSold());
}

// card approved|declined|unknown
void ScriptDriver::payByCard(const QString& terminalSays)
{
    m_hands.dismissNotice();
    m_hands.press(Qt::Key_K, u"k"_s);
    const int key = terminalSays == u"approved" ? Qt::Key_A : terminalSays == u"declined" ? Qt::Key_D : Qt::Key_U;
    await([this, key, sold = untilSold(), answered = false]() mutable -> std::optional<QJsonObject> {
        if (!answered && m_hands.shown(u"cardAmount"_s).isEmpty())
            return m_hands.notice().isEmpty() ? std::nullopt : sold();
        if (!std::exchange(answered, true))
            m_hands.press(key);
        return sold();
    });
}

void ScriptDriver::drill(bool on)
{
    if (m_hands.counter().lineReport().drill != on && !m_hands.trigger(QKeySequence(u"Ctrl+Shift+D"_s)))
        return fail(u"no such key"_s);
    await([this, on]() -> std::optional<QJsonObject> {
        if (m_hands.counter().lineReport().drill != on)
            return std::nullopt;
        return QJsonObject{{u"banner"_s, m_hands.shown(u"drillText"_s)},
                           {u"verdict"_s, m_hands.shown(u"drillVerdict"_s)}};
    });
}

// answer yes|no|later: the question that is shown; tells what is shown then.
void ScriptDriver::answerQuestion(const QString& word)
{
    const QString before = m_hands.shown(u"questionCount"_s);
    if (before.isEmpty())
        return fail(u"no question is shown"_s);
    m_hands.press(word == u"yes" ? Qt::Key_Y : word == u"no" ? Qt::Key_N : Qt::Key_L);
    await([this, before]() -> std::optional<QJsonObject> {
        const QString now = m_hands.shown(u"questionCount"_s);
        if (now == before)
            return std::nullopt;
        return QJsonObject{{u"next"_s, now}, {u"notice"_s, m_hands.notice()}};
    });
}

// What the last run left open and was put off, or the page of a counter that must be checked.
void ScriptDriver::askAgain()
{
    const bool pressed = m_hands.trigger(QKeySequence(u"Ctrl+J"_s));
    answer(pressed,
           {{u"asks"_s, m_hands.shown(u"questionCount"_s)}, {u"suspect"_s, m_hands.shown(u"suspectReason"_s)}});
}

// reenrol CODE: on the page of a counter that must be checked.
void ScriptDriver::reenrol(const QString& code)
{
    if (!m_hands.type(u"suspectCode"_s, code) || !m_hands.click(u"suspectButton"_s))
        return fail(u"this counter is not suspect"_s);
    await([this]() -> std::optional<QJsonObject> {
        return m_hands.window().page() == DeskWindow::Page::Suspect ? std::nullopt : std::optional(QJsonObject{});
    });
}

bool ScriptDriver::runCases(const QString& verb, const Words& args)
{
    const QString code = args.value(0);
    const auto inPhase = [this, code](const QString& phase) -> Ready {
        return [this, code, phase]() -> std::optional<QJsonObject> {
            const QJsonObject found = m_hands.caseOf(code);
            const bool there = phase.isEmpty() ? !found.isEmpty() : found[u"phase"_s].toString() == phase;
            return there ? std::optional(found) : std::nullopt;
        };
    };
    if (verb == u"cases") {
        answer(true, {{u"cases"_s, m_hands.cases()}, {u"badge"_s, m_hands.pressable(u"conflictBadge"_s)}});
    } else if (verb == u"await-case") {
        await(inPhase(args.value(1)), 30'000);
    } else if (verb == u"case") {
        moveCase(code, args.value(1));
    } else {
        return false;
    }
    return true;
}

// case CODE accept|decline|offer|refund|door|settled|letter|tickets
void ScriptDriver::moveCase(const QString& code, const QString& step)
{
    const int key = stepKey(step);
    if (key == 0 || !m_hands.trigger(QKeySequence(u"Ctrl+K"_s)) || !m_hands.chooseRow(u"caseList"_s, code))
        return fail(u"no such conflict or step"_s);
    m_hands.dismissNotice();
    const QJsonObject before = m_hands.caseOf(code);
    m_hands.press(key);
    const bool onlyPaper = step == u"letter" || step == u"tickets";
    await([this, code, before, onlyPaper]() -> std::optional<QJsonObject> {
        QJsonObject now = m_hands.caseOf(code);
        const QString sentence = m_hands.notice();
        if (now == before && (sentence.isEmpty() || !onlyPaper) && (sentence.isEmpty() || !m_hands.settled()))
            return std::nullopt;
        now[u"notice"_s] = sentence;
        return now;
    });
}

} // namespace parterre
