// Crowd: carries the requests of everybody at the rehearsal: waits their thinking out, finds each a connection, hands
// answers back, gives up on what takes too long. What people do is decided in their scripts.
#pragma once

#include "server/rehearse/line.h"
#include "server/rehearse/recorder.h"
#include "server/rehearse/visitor.h"

#include <deque>
#include <unordered_map>

namespace parterre::rehearsal {

// The address somebody comes from.
struct Origin
{
    std::uint32_t source = 0; // a loopback address in host order; 0: whatever the system chooses
    std::string header;       // the line X-Forwarded-For, or nothing
};

struct CrowdRules
{
    Microseconds deadline{30'000'000}; // from the moment of asking; no answer after that
    std::size_t mostLines = 10'000;    // open at once; whoever finds none waits, and the wait counts
    bool shareLines = false; // who leaves hands the connection to whoever comes next from that address, as a proxy does
};

class Crowd
{
public:
    Crowd(EventLoop& loop, const Target& target, Recorder& recorder, CrowdRules rules);
    ~Crowd();

    // Somebody has come at that time, which may be a moment ago.
    void admit(std::unique_ptr<Visitor> visitor, Origin origin, Microseconds at);
    std::size_t present() const { return m_guests.size(); }
    std::size_t lines() const { return m_lines; }
    std::uint64_t streamed() const { return m_streamed; } // bytes of seat changes read so far
    // Whoever is thinking thinks no longer, one after the other within that time: all at once would be a rush.
    void hurry(Microseconds within);
    // Cuts everybody off. Nobody is told.
    void sendHome();

private:
    struct Guest;
    struct Watcher;
    struct Deadline
    {
        Microseconds by;
        std::uint64_t guest;
        std::uint64_t turn;
    };
    Guest* find(std::uint64_t id, std::uint64_t turn);
    void proceed(Guest& guest, Next next, Microseconds from);
    void ask(Guest& guest);
    void send(Guest& guest);
    bool findLine(Guest& guest); // false: none is to be had now
    void giveLineBack(Guest& guest);
    void drop(std::unique_ptr<Line> line);
    void follow(Guest& guest);
    void replied(Guest& guest, const Reply& reply);
    void failed(Guest& guest, Failure failure, bool fresh);
    void leave(Guest& guest);
    void checkDeadlines();

    EventLoop& m_loop;
    const Target& m_target;
    Recorder& m_recorder;
    const CrowdRules m_rules;
    std::unordered_map<std::uint64_t, std::unique_ptr<Guest>> m_guests;
    std::unordered_map<std::uint32_t, std::vector<std::unique_ptr<Line>>> m_idle; // by source, when shared
    std::deque<Deadline> m_deadlines;                                             // in order: all wait equally long
    std::deque<std::pair<std::uint64_t, std::uint64_t>> m_waiting;                // for a connection: guest, turn
    std::uint64_t m_ids = 0;
    std::size_t m_lines = 0;
    std::uint64_t m_streamed = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace parterre::rehearsal
