// FakeLink: a line to the FakeCentre that a test can cut, or that loses the next answers.
#pragma once

#include "sync/counter/link.h"
#include "tests/support/fake_centre.h"

namespace parterre::testing {

class FakeLink : public Link
{
public:
    FakeLink(VirtualTime& time, FakeCentre& centre, DeviceId device) : m_time(time), m_centre(centre), m_device(device)
    {}

    bool cut = false; // nothing arrives; every call ends with `cutAs`
    ErrorCode cutAs = ErrorCode::Timeout;
    int loseAnswers = 0;     // the next so many pushes arrive, their answers do not
    bool revoked = false;    // the centre takes nothing under this key and installation; a new enrolment ends it
    int snapshots = 0;       // fetched
    Milliseconds latency{5};     // each way
    Milliseconds pushAnswers{0}; // how much longer the answers to pushes take
    int pushes = 0;
    std::string password = "secret";
    std::uint32_t installGen = 1;        // as the centre knows it; a restore makes it smaller
    std::vector<std::string> enrolledAs; // names given
    std::size_t told = 0;                // outcomes of before that were pushed along

    void setDevice(const DeviceCredentials& device) override { credentials = device; }
    void enrol(const EnrolRequest& request, Completion<EnrolledDevice> done) override
    {
        call<EnrolledDevice>(std::move(done), [this, request]() -> Result<EnrolledDevice> {
            if (request.server.empty())
                return Error{ErrorCode::Offline, "no address"};
            if (request.code != "code")
                return Error{ErrorCode::Forbidden, "the code has been used"};
            enrolledAs.push_back(request.name);
            if (request.again)
                installGen = std::max(installGen, request.installGen) + 1;
            revoked = false;
            return EnrolledDevice{m_device, installGen, {}};
        });
    }
    void signIn(std::string name, std::string given, Completion<SignedIn> done) override
    {
        call<SignedIn>(std::move(done), [this, name, given]() -> Result<SignedIn> {
            if (given != password)
                return Error{ErrorCode::Unauthenticated, {}};
            return SignedIn{"seller", m_time.now() + std::chrono::hours(12)};
        });
    }
    void signOut() override {}
    void events(Completion<std::vector<EventSummary>> done) override
    {
        call<std::vector<EventSummary>>(std::move(done), [this]() -> Result<std::vector<EventSummary>> {
            const EventTerms& terms = m_centre.state().terms();
            return std::vector<EventSummary>{{terms.event, terms.title, terms.venue, terms.startsAt, terms.timeZone}};
        });
    }
    void plan(EventId, Completion<Bytes> done) override
    {
        call<Bytes>(std::move(done), [this]() -> Result<Bytes> { return encodePlan(m_centre.plan().parts()); });
    }
    void snapshot(EventId, Completion<Bytes> done) override
    {
        ++snapshots;
        call<Bytes>(std::move(done), [this]() -> Result<Bytes> { return m_centre.snapshot(); });
    }
    void pushOps(const OpBatch& batch, Completion<OutcomeBatch> done) override
    {
        ++pushes;
        told += batch.told.size();
        call<OutcomeBatch>(
            std::move(done),
            [this, batch]() -> Result<OutcomeBatch> {
                return revoked ? Result<OutcomeBatch>(Error{ErrorCode::Forbidden, {}}) : m_centre.push(batch);
            },
            loseAnswers > 0 && loseAnswers-- > 0, pushAnswers);
    }
    void pullLog(const PullQuery& query, Completion<LogPage> done) override
    {
        auto once = std::make_shared<Completion<LogPage>>(std::move(done));
        const auto answer = [once](Result<LogPage> page) {
            if (const Completion<LogPage> asked = std::exchange(*once, nullptr))
                asked(std::move(page));
        };
        later(query.wait + deadline, [answer] { answer(Error{ErrorCode::Timeout, {}}); });
        if (cut)
            return;
        later(latency, [this, query, answer] {
            const auto reply = [this, query, answer] {
                later(latency, [this, query, answer] {
                    if (!cut)
                        answer(m_centre.page(query.logId, query.after));
                });
            };
            const Result<LogPage> page = m_centre.page(query.logId, query.after);
            if (!page || !page->entries.empty())
                return reply();
            m_centre.whenGrown(whilePluggedIn(reply));
            later(query.wait, reply);
        });
    }

    DeviceCredentials credentials;

private:
    template <typename T, typename Work>
    void call(Completion<T> done, Work work, bool loseAnswer = false, Milliseconds longer = {})
    {
        const auto fail = [this, done] { later(deadline, [this, done] { done(Error{cutAs, "no answer"}); }); };
        if (cut)
            return fail();
        later(latency, [this, done, work, loseAnswer, longer, fail] {
            Result<T> result = work();
            if (loseAnswer)
                return fail();
            later(latency + longer, [this, done, fail, result = std::move(result)] { cut ? fail() : done(result); });
        });
    }

    // A link that is gone answers nobody: the clock outlives it.
    std::function<void()> whilePluggedIn(std::function<void()> work)
    {
        return [plug = std::weak_ptr(m_plug), work = std::move(work)] {
            if (!plug.expired())
                work();
        };
    }
    void later(Milliseconds delay, std::function<void()> work) { m_time.after(delay, whilePluggedIn(std::move(work))); }

    static constexpr Milliseconds deadline{900};
    std::shared_ptr<bool> m_plug = std::make_shared<bool>(true);
    VirtualTime& m_time;
    FakeCentre& m_centre;
    DeviceId m_device;
};

} // namespace parterre::testing
