// FakeAdmin: AdminLink in memory: answers what a test gives it and remembers what was asked. Answers come later, as
// over a line.
#pragma once

#include "sync/counter/admin_link.h"

#include <functional>
#include <vector>

namespace parterre::testing {

class FakeAdmin : public AdminLink
{
public:
    AdminOverview answer;
    std::optional<Error> refusal;   // of the next step
    std::vector<std::string> asked; // "write off 13: reason" …
    // Runs what answers; a test calls it when it wants the answers to come.
    void deliver()
    {
        std::vector<std::function<void()>> due;
        due.swap(m_due);
        for (const auto& work : due)
            work();
    }

    // The one that was asked for last, before all others: answers may overtake each other.
    void deliverLast()
    {
        const auto work = m_due.back();
        m_due.pop_back();
        work();
    }

    void overview(EventId, Completion<AdminOverview> done) override
    {
        asked.push_back("overview");
        m_due.push_back([now = answer, done] { done(now); });
    }
    void writeOff(EventId, const AdminWriteOffRequest& request, Completion<void> done) override
    {
        step("write off " + std::to_string(request.fence.value) + ": " + request.reason, std::move(done));
    }
    void settleAlarm(EventId, std::uint64_t seq, std::string note, Completion<void> done) override
    {
        step("settle " + std::to_string(seq) + ": " + note, std::move(done));
    }
    void giveUp(EventId, DeviceId, std::string reason, Completion<void> done) override
    {
        step("give up: " + reason, std::move(done));
    }
    void moveCase(EventId, CaseId, const AdminCaseStep& what, Completion<void> done) override
    {
        step("case " + std::to_string(static_cast<int>(what.kind)), std::move(done));
    }
    void revoke(DeviceId, std::string reason, Completion<void> done) override
    {
        step("revoke: " + reason, std::move(done));
    }

private:
    void step(std::string what, Completion<void> done)
    {
        asked.push_back(std::move(what));
        m_due.push_back([this, done] {
            const auto error = std::exchange(refusal, std::nullopt);
            done(error ? Result<void>(*error) : Result<void>());
        });
    }

    std::vector<std::function<void()>> m_due;
};

} // namespace parterre::testing
