// Which key does what in which phase; a button that does nothing in the phase is not there.
#include "ui/conflicts/conflict_sheet.h"

#include "ui/common/money_text.h"
#include "ui/conflicts/case_detail.h"
#include "ui/conflicts/case_list.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parterre {

using namespace Qt::StringLiterals;

namespace {

std::vector<SeatIndex> seatsOf(const std::vector<Ticket>& tickets)
{
    std::vector<SeatIndex> seats;
    for (const Ticket& ticket : tickets)
        if (ticket.seat)
            seats.push_back(*ticket.seat);
    return seats;
}

} // namespace

ConflictSheet::ConflictSheet(QWidget* parent)
    : Sheet(tr("Conflicts"), parent), m_list(new CaseList(this)), m_detail(new CaseDetail(this))
{
    m_empty =
        addText(tr("No conflict. When a sale made with the line down meets another claim, it appears here with what "
                   "can be done."),
                true);
    m_empty->setObjectName(u"casesEmpty"_s);
    m_list->setMinimumHeight(qRound(1.2 * tokens::touchTarget * currentTextScale()));
    body()->addWidget(m_list, 1);
    body()->addWidget(m_detail);
    m_hint = addText(tr("The line is down: cases are settled when it is back. The letter can be printed now."), true);
    m_hint->setObjectName(u"casesHint"_s);
    m_asking = addText(tr("Asking the centre …"), true);
    m_asking->setObjectName(u"asking"_s);
    addButtons();
    hint(u"↑↓"_s, tr("choose"));
    setFirstFocus(m_list);
    connect(m_list, &CaseList::caseChosen, this, &ConflictSheet::showCase);
    showCase();
}

void ConflictSheet::addButtons()
{
    m_go = addButton(tr("Accept"), "caseGo", {Qt::Key_Return}, Role::PrimaryButton, [this] { primary(); });
    m_other = addButton(tr("Other offers"), "caseOther", {Qt::Key_O}, [this] { otherOffers(); });
    m_decline = addButton(tr("Decline: money back"), "caseDecline", {Qt::Key_D},
                          [this] { Q_EMIT offerAnswered(current()->what.id, std::nullopt); });
    // Not by Enter, which may be meant for something else: it says that money has left the drawer.
    m_refund = addButton(tr("Refund given"), "caseRefund", {Qt::Key_R}, Role::PrimaryButton,
                         [this] { Q_EMIT refundGiven(current()->what.id); });
    m_door = addButton(tr("Meet at the door"), "caseDoor", {Qt::Key_T},
                       [this] { Q_EMIT doorRequested(current()->what.id, false); });
    m_tickets = addButton(tr("Print the new tickets"), "caseTickets", {Qt::Key_N},
                          [this] { Q_EMIT ticketsRequested(current()->what.order.id); });
    m_letter = addButton(tr("Print a letter"), "caseLetter", {Qt::Key_P},
                         [this] { Q_EMIT letterRequested(current()->what.id, static_cast<quint32>(m_choice)); });
    addBackButton();
}

void ConflictSheet::setCases(std::vector<CaseReport> cases, SeatPlanPtr plan, const EventTerms& terms, Instant now)
{
    m_cases = std::move(cases);
    m_plan = std::move(plan);
    m_terms = terms;
    m_now = now;
    const int open = openCases(m_cases);
    setTitle(open > 0 ? tr("Conflicts · %n open", nullptr, open) : tr("Conflicts"));
    m_list->setCases(m_cases, *m_plan);
}

void ConflictSheet::setLine(bool up)
{
    if (std::exchange(m_up, up) != up)
        showButtons();
}

void ConflictSheet::setBusy(bool busy)
{
    m_busy = busy;
    showButtons();
}

void ConflictSheet::choose(CaseId id)
{
    m_list->setCurrentCase(id);
}

std::optional<CaseReport> ConflictSheet::current() const
{
    const auto id = m_list->currentCase();
    const auto found =
        std::find_if(m_cases.begin(), m_cases.end(), [&](const CaseReport& report) { return id == report.what.id; });
    return found == m_cases.end() ? std::nullopt : std::optional(*found);
}

void ConflictSheet::showCase()
{
    const auto report = current();
    const auto id = report ? std::optional(report->what.id) : std::nullopt;
    if (std::exchange(m_shown, id) != id || !report || m_choice >= report->what.offers.size())
        m_choice = 0;
    m_empty->setVisible(m_cases.empty());
    m_list->setVisible(!m_cases.empty());
    m_detail->setVisible(report.has_value());
    if (report)
        m_detail->show(*report, m_choice, *m_plan, m_terms, m_now);
    showButtons();
    tellProposal();
}

void ConflictSheet::showButtons()
{
    const auto report = current();
    const CasePhase phase = report ? report->what.phase : CasePhase::Closed;
    const bool offered = phase == CasePhase::Offered;
    const bool moneyDue =
        report && report->what.refundMinor > 0 && (phase == CasePhase::RefundDue || phase == CasePhase::Exchanged);
    const bool lost = phase == CasePhase::Open || phase == CasePhase::RefundDue;
    const QString sum = report ? moneyText({report->what.refundMinor, m_terms.currency}) : QString();
    setWords(m_go, offered                      ? tr("Accept: seat them there")
                   : phase == CasePhase::AtDoor ? tr("Settled at the door")
                                                : tr("Look for other seats"));
    m_go->setVisible(offered || (lost && !moneyDue) || phase == CasePhase::AtDoor); // the refund has its own button
    setWords(m_other, offered ? tr("Other offer") : tr("Look for other seats"));
    m_other->setVisible((offered && report->what.offers.size() > 1) || phase == CasePhase::RefundDue ||
                        phase == CasePhase::AtDoor);
    m_decline->setVisible(offered);
    setWords(m_refund, tr("Refund of %1 given").arg(sum));
    m_refund->setVisible(moneyDue);
    m_door->setVisible(offered || lost);
    m_tickets->setVisible(report && report->mine && phase == CasePhase::Exchanged);
    m_letter->setVisible(report.has_value() && phase != CasePhase::Contest);
    const bool may = m_up && !m_busy;
    for (auto* button : {m_go, m_decline, m_refund, m_door})
        button->setEnabled(may);
    m_other->setEnabled(offered || may);
    m_hint->setVisible(!m_up && !m_cases.empty());
    m_asking->setVisible(m_busy);
    Q_EMIT keysChanged();
}

void ConflictSheet::primary()
{
    const auto report = current();
    if (!report)
        return;
    const CaseId id = report->what.id;
    switch (report->what.phase) {
    case CasePhase::Offered:
        Q_EMIT offerAnswered(id, static_cast<quint32>(m_choice));
        return;
    case CasePhase::AtDoor:
        Q_EMIT doorRequested(id, true);
        return;
    default:
        Q_EMIT offerRequested(id);
    }
}

void ConflictSheet::otherOffers()
{
    const auto report = current();
    if (!report)
        return;
    if (report->what.phase != CasePhase::Offered) {
        Q_EMIT offerRequested(report->what.id);
        return;
    }
    m_choice = (m_choice + 1) % report->what.offers.size();
    m_detail->show(*report, m_choice, *m_plan, m_terms, m_now);
    tellProposal();
}

void ConflictSheet::tellProposal()
{
    const auto report = current();
    SeatProposal proposal;
    if (report && isVisible()) {
        const Case& of = report->what;
        proposal.from = of.lost.seats;
        if (of.phase == CasePhase::Exchanged)
            proposal.to = seatsOf(report->seated);
        if (of.phase == CasePhase::Offered && m_choice < of.offers.size()) {
            proposal.from = seatsOf(of.order.tickets);
            proposal.to = of.offers[m_choice].seats;
        }
    }
    Q_EMIT proposalShown(proposal);
}

void ConflictSheet::showEvent(QShowEvent* event)
{
    Sheet::showEvent(event);
    tellProposal();
}

void ConflictSheet::hideEvent(QHideEvent* event)
{
    Sheet::hideEvent(event);
    Q_EMIT proposalShown({});
}

} // namespace parterre
