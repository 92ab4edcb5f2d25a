// Counter: the public face of what has been sold: orders, paper, open questions, cases.
#include "sync/counter/case_report.h"
#include "sync/counter/counter_impl.h"
#include "sync/counter/order_list.h"

namespace parterre {

std::vector<OrderSummary> Counter::orders() const
{
    if (!m_impl->core.open)
        return {};
    const Core& core = m_impl->core;
    std::vector<OrderSummary> list =
        orderList(core.open->base.state(), core.book.stream(core.open->event), core.identity->device);
    const std::set<OrderId> printed = m_impl->paper.onPaper();
    for (OrderSummary& summary : list)
        summary.onPaper = printed.contains(summary.order.id);
    return list;
}

Result<std::vector<std::string>> Counter::ticketCodes(OrderId order) const
{
    if (!m_impl->core.open)
        return Impl::noEvent();
    return m_impl->paper.ticketCodes(order);
}

Result<PrintOrder> Counter::beginPrint(OrderId order)
{
    if (!m_impl->core.open)
        return Impl::noEvent();
    return m_impl->paper.begin(order);
}

Result<void> Counter::recordPrintIntent(OrderId order)
{
    return m_impl->paper.recordIntent(order);
}

Result<void> Counter::recordPrintResult(OrderId order, bool printed, std::string detail)
{
    return m_impl->paper.recordResult(order, printed, std::move(detail));
}

Result<void> Counter::reissueTickets(OrderId order, std::string reason)
{
    return m_impl->paper.reissue(order, std::move(reason));
}

std::vector<OpenQuestion> Counter::questions() const
{
    std::vector<OpenQuestion> questions;
    m_impl->payments.addQuestions(questions);
    m_impl->paper.addQuestions(questions);
    return questions;
}

void Counter::answerPayment(PaymentRef ref, bool approved, Completion<SaleDone> done)
{
    m_impl->payments.answer(ref, approved, std::move(done));
}

Result<void> Counter::answerMoneyBack(PaymentRef ref)
{
    return m_impl->payments.moneyReturned(ref);
}

Result<void> Counter::answerPrint(OrderId order, bool inTray)
{
    return m_impl->paper.answer(order, inTray);
}

std::vector<CaseReport> Counter::cases() const
{
    if (!m_impl->core.open)
        return {};
    return caseReports(m_impl->core.open->base.state(), m_impl->core.identity->device);
}

void Counter::makeOffer(CaseId id, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->cases.step(MakeOffer{id, clerk()}, std::move(done));
}

void Counter::answerOffer(CaseId id, std::optional<std::uint32_t> choice, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->cases.step(AnswerOffer{id, choice, clerk()}, std::move(done));
}

void Counter::recordRefund(CaseId id, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->cases.step(RecordRefund{id, clerk()}, std::move(done));
}

void Counter::settleAtDoor(CaseId id, bool settled, std::string note, Completion<void> done)
{
    if (!m_impl->core.open)
        return m_impl->answerNoEvent(std::move(done));
    m_impl->cases.step(SettleAtDoor{id, settled, clerk(), std::move(note)}, std::move(done));
}

} // namespace parterre
