// Asking and telling.
#include "sync/counter/case_desk.h"

#include "sync/counter/case_report.h"

namespace parterre {
namespace {

bool isAboutCase(const EntryBody& body)
{
    return std::holds_alternative<CaseOpened>(body) || std::holds_alternative<CaseKept>(body) ||
           std::holds_alternative<CaseSold>(body) || std::holds_alternative<CaseOffered>(body) ||
           std::holds_alternative<CaseMoved>(body);
}

} // namespace

void CaseDesk::step(Command command, Completion<void> done)
{
    Result<void> may;
    if (m_core.broken)
        may = *m_core.broken;
    else if (!m_core.signedIn)
        may = Error{ErrorCode::Unauthenticated, "Sign in first."};
    else if (!m_core.lineOpen())
        may = Error{ErrorCode::Offline, "The line is down: cases are settled at the centre. Nothing was changed."};
    if (!may)
        return m_core.answer(std::move(done), may);
    m_requests.ask(std::move(command), {}, Requests::Until::Seen,
                   [this, done = std::move(done)](const RequestEnd& end) {
                       m_hooks.casesChanged();
                       if (done)
                           done(end.done() ? Result<void>() : end.error);
                   });
}

void CaseDesk::baseMoved(const std::vector<LogEntry>& entries)
{
    bool changed = false;
    for (const LogEntry& entry : entries) {
        changed = changed || isAboutCase(entry.body);
        if (const auto news = caseNews(m_core.open->base.state(), entry.body, m_core.identity->device))
            if (!m_requests.awaits(entry.cause))
                m_hooks.news(*news);
    }
    if (changed)
        m_hooks.casesChanged();
}

} // namespace parterre
