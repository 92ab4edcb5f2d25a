// CaseDesk: steps in a case, asked of the centre, and news about this counter's own cases.
#pragma once

#include "sync/counter/requests.h"

namespace parterre {

class CaseDesk
{
public:
    struct Hooks
    {
        std::function<void()> casesChanged;
        std::function<void(const std::string&)> news; // of cases that moved without anybody here asking
    };

    CaseDesk(Core& core, Requests& requests, Hooks hooks)
        : m_core(core), m_requests(requests), m_hooks(std::move(hooks))
    {}

    // A step by the clerk who is signed in. On line only; done when the base shows it.
    void step(Command command, Completion<void> done);
    // The base has these entries now.
    void baseMoved(const std::vector<LogEntry>& entries);

private:
    Core& m_core;
    Requests& m_requests;
    Hooks m_hooks;
};

} // namespace parterre
