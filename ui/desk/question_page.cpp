// The words of each question and of what its answers do. Enter answers nothing: a person must mean it.
#include "ui/desk/question_page.h"

#include "sync/base/require.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

constexpr int cardWidth = 520; // at 100 % text

using Kind = RestartQuestion::Kind;

QString titleOf(const RestartQuestion& q)
{
    switch (q.kind) {
    case Kind::Payment:
        return QuestionSheet::tr("Was the card payment of %1 for order %2 approved?").arg(q.amount, q.order);
    case Kind::MoneyBack:
        return QuestionSheet::tr("Give %1 back to the card: order %2 was not sold").arg(q.amount, q.order);
    case Kind::Print:
        return QuestionSheet::tr("Are the %n tickets of order %1 in the tray?", nullptr, q.tickets).arg(q.order);
    }
    PARTERRE_REQUIRE(false);
}

QString factsOf(const RestartQuestion& q)
{
    switch (q.kind) {
    case Kind::Payment:
        return (q.ofThisRun
                    ? QuestionSheet::tr("%1. Begun %2, reference %3. The terminal's answer is not known.")
                    : QuestionSheet::tr(
                          "%1. Begun %2, reference %3. The program stopped before the terminal's answer was known."))
            .arg(q.places, q.when, q.reference);
    case Kind::MoneyBack:
        return QuestionSheet::tr("%1. The card was charged %2, reference %3, and the seats could not be sold.")
            .arg(q.places, q.when, q.reference);
    case Kind::Print:
        return (q.ofThisRun
                    ? QuestionSheet::tr("%1. Printing was begun %2, and it is not known how it ended.")
                    : QuestionSheet::tr(
                          "%1. Printing was begun %2, and the program stopped before the printer had answered."))
            .arg(q.places, q.when);
    }
    PARTERRE_REQUIRE(false);
}

QString meaningOf(const RestartQuestion& q)
{
    switch (q.kind) {
    case Kind::Payment:
        return QuestionSheet::tr(
            "Look at the terminal or its receipt. Yes: the order is sold. No: its seats are free again. "
            "Until it is answered the seats are kept and nobody else gets them.");
    case Kind::MoneyBack:
        return QuestionSheet::tr("Refund it on the terminal first. It is asked again at every start until it is done.");
    case Kind::Print:
        return QuestionSheet::tr(
            "Yes: they count as they are. No: they are printed again with new codes, and the codes of "
            "the first print are worth nothing at the door.");
    }
    PARTERRE_REQUIRE(false);
}

QString yesOf(Kind kind)
{
    switch (kind) {
    case Kind::Payment:
        return QuestionSheet::tr("Yes, approved");
    case Kind::MoneyBack:
        return QuestionSheet::tr("The money is back on the card");
    case Kind::Print:
        return QuestionSheet::tr("Yes, in the tray");
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

QuestionSheet::QuestionSheet(QWidget* parent) : Sheet(QString(), parent)
{
    m_count = addText({}, true);
    m_count->setObjectName(u"questionCount"_s);
    m_facts = addText();
    m_facts->setObjectName(u"questionFacts"_s);
    m_meaning = addText({}, true);
    m_meaning->setObjectName(u"questionMeaning"_s);
    body()->addStretch(1);
    // The letters of English and German: whoever answers has one of them on the tongue.
    m_yes = addButton({}, "questionYes", {Qt::Key_Y, Qt::Key_J}, Role::PrimaryButton, [this] { Q_EMIT yes(); });
    m_no = addButton({}, "questionNo", {Qt::Key_N}, [this] { Q_EMIT no(); });
    m_no->setMinimumHeight(tokens::touchTarget);
    m_later = addButton(tr("Ask again later"), "questionLater", {Qt::Key_L}, [this] { Q_EMIT later(); });
    setFirstFocus(this);
}

void QuestionSheet::ask(const RestartQuestion& question, int number, int of)
{
    setTitle(titleOf(question));
    m_count->setText((question.ofThisRun ? tr("Question %1 of %2") : tr("Question %1 of %2 from before the restart"))
                         .arg(number)
                         .arg(of));
    m_facts->setText(factsOf(question));
    m_meaning->setText(meaningOf(question));
    setWords(m_yes, yesOf(question.kind));
    setWords(m_no, question.kind == Kind::Print ? tr("No, print again") : tr("No, not approved"));
    m_no->setVisible(question.kind != Kind::MoneyBack);
    if (isVisible())
        setFocus(); // not on the button that answered the last one
    Q_EMIT keysChanged();
}

QuestionPage::QuestionPage(QWidget* parent) : QFrame(parent), m_card(new QFrame(this)), m_sheet(new QuestionSheet)
{
    setRole(m_card, Role::Panel);
    m_card->setFixedWidth(qRound(cardWidth * std::min(currentTextScale(), 1.6)));
    auto* inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space16);
    inside->addWidget(m_sheet);
    auto* across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_card);
    across->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(1);
    outer->addLayout(across, 100); // up to its greatest height
    outer->addStretch(1);
    setFocusProxy(m_sheet);
    connect(m_sheet, &QuestionSheet::keysChanged, this, &QuestionPage::fit);
}

bool QuestionPage::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fit();
    return QFrame::event(event);
}

void QuestionPage::fit()
{
    const QMargins margins = m_card->layout()->contentsMargins();
    const QRect contents = m_card->contentsRect(); // without the border, which is the style sheet's
    const int inside = contents.width() - margins.left() - margins.right();
    const int edges = margins.top() + margins.bottom() + m_card->height() - contents.height();
    const int tall = m_sheet->wholeHeight(inside) + edges;
    if (m_card->maximumHeight() != tall)
        m_card->setMaximumHeight(tall);
}

} // namespace parterre
