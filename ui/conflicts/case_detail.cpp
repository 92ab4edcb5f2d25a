// Captions and paragraphs; what to do comes first, the reasons after it.
#include "ui/conflicts/case_detail.h"

#include "ui/common/theme.h"
#include "ui/conflicts/case_text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace parterre {

using namespace Qt::StringLiterals;

CaseDetail::CaseDetail(QWidget* parent) : QFrame(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0); // the captions keep their distance themselves
    m_next = new QLabel(this);
    m_next->setWordWrap(true);
    m_next->setObjectName(u"caseNext"_s);
    QFont bold = themeFont(tokens::typeBody);
    bold.setWeight(QFont::DemiBold);
    m_next->setFont(bold);
    layout->addWidget(m_next);
    m_offer = addPart(layout, tr("Other seats"), "caseOffer");
    m_seated = addPart(layout, tr("Now seated"), "caseSeated");
    m_money = addPart(layout, tr("Money"), "caseMoney");
    m_customer = addPart(layout, tr("Customer"), "caseCustomer");
    m_ours = addPart(layout, tr("This sale"), "caseOurs");
    m_theirs = addPart(layout, tr("The other claim"), "caseTheirs");
    m_rule = addPart(layout, tr("The rule"), "caseRule");
}

QLabel* CaseDetail::addPart(QVBoxLayout* layout, const QString& caption, const char* name)
{
    auto* heading = new QLabel(caption, this);
    heading->setFont(themeFont(tokens::typeCaption));
    setRole(heading, Role::Muted);
    auto* text = new QLabel(this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setObjectName(QLatin1String(name));
    heading->setBuddy(text);
    heading->setObjectName(QLatin1String(name) + u"Caption"_s);
    heading->setContentsMargins(0, tokens::space4, 0, 0);
    layout->addWidget(heading);
    layout->addWidget(text);
    return text;
}

void CaseDetail::say(QLabel* part, const QString& words)
{
    part->setText(words);
    part->setVisible(!words.isEmpty());
    part->parentWidget()->findChild<QLabel*>(part->objectName() + u"Caption"_s)->setVisible(!words.isEmpty());
}

void CaseDetail::show(const CaseReport& report, std::size_t offer, const SeatPlan& plan, const EventTerms& terms,
                      Instant now)
{
    const Case& of = report.what;
    m_next->setText(nextText(of, terms, now));
    QString offered;
    if (of.phase == CasePhase::Offered && offer < of.offers.size()) {
        offered = offerText(of, offer, plan);
        if (of.offers.size() > 1)
            offered = tr("%1 of %2: %3").arg(offer + 1).arg(of.offers.size()).arg(offered);
    }
    say(m_offer, offered);
    say(m_seated, seatedText(report, plan));
    say(m_money, refundText(of, terms));
    say(m_customer, customerText(of.order.buyer, of.wish));
    say(m_ours, ourClaimText(report, plan, terms));
    say(m_theirs, otherClaimText(report, plan));
    say(m_rule, ruleText(report));
}

} // namespace parterre
