// SimLine: the line of one counter to the centre: loses, repeats, delays and reorders what it carries, and can be cut
// either way.
#pragma once

#include "tests/simulation/simulator/sim_server.h"

namespace parterre::testing {

class SimLine : public Link
{
public:
    SimLine(VirtualTime& time, Choices& choices, const FaultPlan& faults, SimServer& server, std::uint64_t node,
            DeviceId device, std::optional<Mutant> mutant)
        : m_time(time),
          m_choices(choices),
          m_faults(faults),
          m_server(server),
          m_node(node),
          m_device(device),
          m_mutant(mutant)
    {}

    bool cutUp = false;   // nothing reaches the centre
    bool cutDown = false; // nothing comes back
    bool calm = false;    // the liveness phase: a good line

    void goBy(DeviceId device) { m_device = device; } // a copy of another counter

    void setDevice(const DeviceCredentials&) override {}
    void enrol(const EnrolRequest& request, Completion<EnrolledDevice> done) override;
    void signIn(std::string name, std::string password, Completion<SignedIn> done) override;
    void signOut() override {}
    void events(Completion<std::vector<EventSummary>> done) override;
    void plan(EventId event, Completion<Bytes> done) override;
    void snapshot(EventId event, Completion<Bytes> done) override;
    void pullLog(const PullQuery& query, Completion<LogPage> done) override;
    void pushOps(const OpBatch& batch, Completion<OutcomeBatch> done) override;

private:
    // Carries a question there and its answer back; Timeout at the deadline otherwise.
    template <typename T>
    void carry(Milliseconds deadline, std::function<void(Completion<T>)> ask, Completion<T> done)
    {
        auto once = std::make_shared<Completion<T>>(std::move(done));
        const auto answer = [once](Result<T> result) {
            if (const Completion<T> asked = std::exchange(*once, nullptr))
                asked(std::move(result));
        };
        m_time.after(deadline, [answer] { answer(Error{ErrorCode::Timeout, "no answer"}); });
        if (vanishes(cutUp))
            return;
        m_time.after(latency(), [this, ask = std::move(ask), answer] {
            if (!m_server.isUp())
                return;
            ask([this, answer](Result<T> result) {
                if (vanishes(cutDown))
                    return;
                m_time.after(latency(), [answer, result = std::move(result)] { answer(result); });
            });
        });
    }
    bool vanishes(bool cut);
    Milliseconds latency();

    VirtualTime& m_time;
    Choices& m_choices;
    const FaultPlan& m_faults;
    SimServer& m_server;
    std::uint64_t m_node;
    DeviceId m_device;
    std::optional<Mutant> m_mutant;
};

} // namespace parterre::testing
