// Asks the machine's questions in its order; an answer may need its event open first.
#include "app/counter/question_wiring.h"

#include "app/counter/hand_terminal.h"
#include "ui/common/detail_text.h"
#include "ui/common/key_hint.h"
#include "ui/common/money_text.h"
#include "ui/common/place_text.h"
#include "ui/common/when_text.h"
#include "ui/desk/question_badge.h"
#include "ui/desk/suspect_page.h"
#include "ui/desk/top_bar.h"

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

using Kind = OpenQuestion::Kind;

namespace {

bool holds(const std::vector<OpenQuestion>& list, const OpenQuestion& question)
{
    return std::any_of(list.begin(), list.end(), [&](const OpenQuestion& one) {
        return one.kind == question.kind && one.ref == question.ref && one.order.id == question.order.id;
    });
}

} // namespace

QuestionWiring::QuestionWiring(const DeskParts& parts)
    : m_parts(parts), m_startedAt(parts.clock.now()), m_startedBoot(parts.clock.sinceBoot()), m_badge(new QuestionBadge)
{
    auto& top = m_parts.window.topBar();
    top.addBadge(m_badge);
    connect(m_badge, &QuestionBadge::clicked, this, &QuestionWiring::askAgain);
    connect(&top, &TopBar::questionsRequested, this, &QuestionWiring::askAgain);
    connect(&m_parts.bridge, &CounterBridge::questionsMoved, this, &QuestionWiring::show);
    connect(&m_parts.bridge, &CounterBridge::viewMoved, this, &QuestionWiring::show);
    auto& sheet = m_parts.window.questionPage().sheet();
    connect(&sheet, &QuestionSheet::yes, this, [this] { answer(true); });
    connect(&sheet, &QuestionSheet::no, this, [this] { answer(false); });
    connect(&sheet, &QuestionSheet::later, this, [this] {
        if (m_asked)
            m_later.push_back(*std::exchange(m_asked, std::nullopt));
        next();
    });
    auto& suspect = m_parts.window.suspectPage();
    connect(&suspect, &SuspectPage::laterRequested, this, [this] { next(); });
    connect(&suspect, &SuspectPage::reenrolRequested, this, [this](const QString& code) {
        m_parts.window.suspectPage().setBusy(true);
        m_parts.counter.enrol({}, code.toStdString(), {}, [this](Result<void> done) {
            m_parts.window.suspectPage().setBusy(false);
            if (!done.ok())
                return m_parts.window.suspectPage().showProblem(errorText(done.error()));
            m_parts.tell(tr("This counter is set up anew. What it had not sent yet is sent now."));
            next();
        });
    });
}

bool QuestionWiring::begin()
{
    if (!m_before)
        m_before = m_parts.counter.questions();
    m_later.clear();
    m_number = 0;
    ++m_round;
    if (const auto why = m_parts.counter.suspect()) {
        m_parts.window.suspectPage().setReason(machineSentence(*why).value_or(QString::fromStdString(*why)));
        m_parts.window.showPage(DeskWindow::Page::Suspect);
        return true;
    }
    if (m_parts.counter.questions().empty())
        return false;
    next();
    return true;
}

void QuestionWiring::askAgain()
{
    if (!m_parts.counter.signedIn() || m_opening)
        return;
    if (!begin())
        m_parts.tell(tr("No question is open: every payment and every print is clear."));
}

bool QuestionWiring::isPutOff(const OpenQuestion& question) const
{
    return holds(m_later, question);
}

// What was open before anybody could begin anything is the last run's. What turns up later tells its own age, by a
// clock that somebody may have set back meanwhile.
bool QuestionWiring::isOfThisRun(const OpenQuestion& question) const
{
    if (m_before && holds(*m_before, question))
        return false;
    const Instant unset = m_startedAt + (m_parts.clock.sinceBoot() - m_startedBoot); // had nobody set it
    const Milliseconds setBack = std::max(Milliseconds(0), unset - m_parts.clock.now());
    return question.at >= m_startedAt - setBack;
}

void QuestionWiring::next()
{
    m_busy = false;
    m_asked.reset();
    bool elsewhere = false;
    for (const OpenQuestion& question : m_parts.counter.questions()) {
        if (isPutOff(question))
            continue;
        if (m_parts.counter.openedEvent() == question.event) {
            ++m_number;
            return ask(question);
        }
        if (!isServing())
            return openFor(question);
        elsewhere = true;
    }
    if (elsewhere)
        m_parts.warn(tr("What is left to ask is about another event, and this basket would be lost. Sell or empty it "
                        "first, then ask again (%1).")
                         .arg(keyName(u"Ctrl+J"_s)));
    Q_EMIT finished();
}

bool QuestionWiring::isServing() const
{
    return m_parts.counter.openedEvent() && !m_parts.counter.basket().empty();
}

// The opened event is closed at once, and until the other one is there nothing can be picked: its map must be gone.
void QuestionWiring::openFor(const OpenQuestion& question)
{
    ++m_number;
    m_opening = true;
    m_parts.window.showPage(DeskWindow::Page::Events);
    Q_EMIT eventWanted(question.event, [this, question, round = m_round](bool) {
        m_opening = false;
        if (round == m_round && m_parts.counter.signedIn())
            ask(question);
    });
}

void QuestionWiring::show()
{
    m_badge->setCount(m_parts.counter.signedIn() ? static_cast<int>(m_parts.counter.questions().size()) : 0);
}

void QuestionWiring::ask(const OpenQuestion& question)
{
    const auto all = m_parts.counter.questions();
    const auto left = static_cast<int>(
        std::count_if(all.begin(), all.end(), [this](const OpenQuestion& other) { return !isPutOff(other); }));
    m_asked = question;
    m_parts.window.questionPage().sheet().ask(wordsOf(question), m_number, m_number + left - 1);
    m_parts.window.showPage(DeskWindow::Page::Questions);
}

RestartQuestion QuestionWiring::wordsOf(const OpenQuestion& question) const
{
    const bool isOpen = m_parts.counter.openedEvent() == question.event;
    RestartQuestion words;
    words.kind = question.kind == Kind::Payment     ? RestartQuestion::Kind::Payment
                 : question.kind == Kind::MoneyBack ? RestartQuestion::Kind::MoneyBack
                                                    : RestartQuestion::Kind::Print;
    words.order = QString::fromStdString(orderCode(question.order.id));
    words.ofThisRun = isOfThisRun(question);
    words.tickets = static_cast<int>(question.order.tickets.size());
    words.places =
        isOpen ? placesText(*m_parts.counter.plan(), question.order.tickets) : tr("%n places", nullptr, words.tickets);
    words.amount = moneyText(question.amount);
    words.reference = HandTerminal::referenceText(question.ref);
    words.when = whenText(question.at, isOpen ? m_parts.counter.terms().timeZone : std::string("UTC"));
    return words;
}

void QuestionWiring::answer(bool yes)
{
    if (!m_asked || std::exchange(m_busy, true))
        return;
    const OpenQuestion asked = *m_asked;
    switch (asked.kind) {
    case Kind::Payment:
        m_parts.counter.answerPayment(asked.ref, yes, [this, yes](Result<SaleDone> sale) {
            if (yes && sale.ok())
                answered({}, sale->order.id);
            else
                answered(yes ? Result<void>(sale.error()) : Result<void>());
        });
        return;
    case Kind::MoneyBack:
        return answered(m_parts.counter.answerMoneyBack(asked.ref));
    case Kind::Print: {
        const auto done = m_parts.counter.answerPrint(asked.order.id, yes);
        return answered(done, yes || !done.ok() ? std::nullopt : std::optional(asked.order.id));
    }
    }
}

void QuestionWiring::answered(Result<void> done, std::optional<OrderId> print)
{
    if (!done.ok()) {
        m_parts.refuse(done.error());
        if (m_asked)
            m_later.push_back(*m_asked); // the next one now; this one is asked again later
    } else {
        m_parts.window.notice().dismiss();
    }
    if (print)
        Q_EMIT ticketsRequested(*print);
    next();
}

} // namespace parterre
