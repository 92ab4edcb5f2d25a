// Rehearsal: one on-sale played against a running server, from the first look to the check of every seat.
#pragma once

#include "server/rehearse/crowd.h"
#include "server/rehearse/figures.h"
#include "server/rehearse/scene.h"
#include "server/rehearse/till.h"

#include <functional>

namespace parterre::rehearsal {

// For whoever watches, once a second.
struct Progress
{
    Microseconds at{0};
    std::size_t arrived = 0; // of all who will come
    std::size_t people = 0;
    std::size_t present = 0;
    std::uint64_t orders = 0;
    std::uint64_t places = 0;
    std::uint64_t refused = 0;
    std::uint64_t turnedAway = 0;
    std::uint64_t failed = 0;
    std::optional<HallSample> hall;
    Microseconds holdP95{0}; // of the last whole second with holds
};

class Rehearsal
{
public:
    // `random` names the run; the crowd itself comes from the seed. `stopDescriptor` becomes readable when somebody
    // wants to stop (signalfd); -1: nobody can. The second time it ends at once.
    Rehearsal(RehearsalOptions options, const Clock& clock, Random& random, int stopDescriptor,
              std::function<void(const Progress&)> watcher);
    ~Rehearsal();

    // Blocks until it is over. Unavailable: the target cannot be reached. NotFound: no such event, or none on sale.
    // Malformed: an answer or an option that cannot be understood; each with a sentence for people as the detail.
    Result<Figures> run();

private:
    class StopWatch;
    struct Answer
    {
        Reply reply; // its body is below
        std::string body;
    };
    void watchForStop();
    Answer askOnce(Ask ask);
    Result<std::string> get(const std::string& path);
    Result<void> reach();
    Result<std::string> chooseEvent();
    std::optional<std::string> seatsNow();
    Result<void> enrolCounters();
    void openOrders();

    void inviteEverybody();
    void invite(Role role, std::uint32_t count, Microseconds within);
    std::unique_ptr<Visitor> visitor(std::size_t number);
    std::unique_ptr<Visitor> till(std::size_t number);
    Origin origin(std::size_t number) const;
    void runCrowd();
    void tick();
    Progress progress(Microseconds now) const;
    void close();
    Figures figures();

    RehearsalOptions m_options;
    const Clock& m_clock;
    std::string m_run;
    std::uint64_t m_runKey = 0;
    std::string m_token; // of the clerk
    std::function<void(const Progress&)> m_watcher;
    Target m_target;
    EventLoop m_loop;
    int m_stopDescriptor;
    std::unique_ptr<StopWatch> m_stop;
    Recorder m_recorder;
    Recorder m_ownRecorder; // of the rehearsal's own looks
    std::optional<Hall> m_hall;
    People m_people;
    std::optional<SalesBook> m_sales;
    std::optional<Scene> m_scene;
    std::unique_ptr<Crowd> m_own;
    std::unique_ptr<Crowd> m_crowd;
    HallSeen m_seen;
    std::string m_before; // states of the seats
    std::size_t m_arrived = 0;
    std::size_t m_nextSecond = 1;
    Microseconds m_closedAt = Person::never;
    Instant m_startedAt;
    Microseconds m_lasted{0};
    std::vector<std::unique_ptr<Till>> m_tills;
    int m_stopsAsked = 0;
    bool m_cutShort = false;
};

} // namespace parterre::rehearsal
