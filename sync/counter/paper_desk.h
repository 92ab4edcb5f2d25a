// PaperDesk: tickets on paper: what was asked of the printer, what came out, and new serials for paper that is lost.
#pragma once

#include "sync/counter/core.h"

#include <set>

namespace parterre {

class PaperDesk
{
public:
    struct Hooks
    {
        std::function<void()> wakeOutbox;
        std::function<void()> ordersChanged;
        std::function<void()> questionsChanged;
    };

    PaperDesk(Core& core, Hooks hooks) : m_core(core), m_hooks(std::move(hooks)) {}

    // Remembers which prints the last run of the program left without a result.
    void started();
    // Prints of the opened event that must be answered for before the next sale.
    Result<void> maySell() const;

    Result<std::vector<std::string>> ticketCodes(OrderId order) const;
    Result<PrintOrder> begin(OrderId order);
    Result<void> recordIntent(OrderId order);
    Result<void> recordResult(OrderId order, bool printed, std::string detail);
    Result<void> reissue(OrderId order, std::string reason);
    Result<void> answer(OrderId order, bool inTray);
    std::set<OrderId> onPaper() const; // of any event
    void addQuestions(std::vector<OpenQuestion>& questions) const;

private:
    std::optional<OrderSummary> find(OrderId order) const; // of the opened event
    const PrintRecord* latest(OrderId order) const;
    PrintRecord nextPrint(OrderId order) const;
    Result<std::vector<TicketSerial>> liveTickets(OrderId order) const;
    Result<void> reissueWith(OrderId order, std::string reason, JournalBatch with);
    std::optional<OpenQuestion> questionOf(OrderId order) const;

    Core& m_core;
    Hooks m_hooks;
    std::set<OrderId> m_open; // of the last run
};

} // namespace parterre
