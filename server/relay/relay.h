// Relay: carries work to one thread, from any other; one event for all that is due.
//
// The writer answers through it, and the threads of the sockets and the one that answers requests hand work to each
// other.
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace parterre {

// Lives on the thread it delivers to. Work runs in the order it was posted, never inside a call of post().
class Relay : public QObject
{
public:
    // Safe from any thread, for ever: what is posted to a thread that has ended is dropped.
    void post(std::function<void()> work);

protected:
    void customEvent(QEvent* wake) override; // nobody else posts to a relay

private:
    std::mutex m_mutex;
    std::vector<std::function<void()>> m_inbox;
    bool m_running = false; // on the thread of delivery only, as the next
    bool m_woken = false;   // meanwhile, inside an event loop of the work
};

using RelayPtr = std::shared_ptr<Relay>;

// A new one to the thread `context` lives on; the caller keeps `context` alive during the call.
RelayPtr relayTo(const QObject* context);

// The relays of all threads that have asked so far.
class RelayBook
{
public:
    // The relay of the thread `context` lives on. Any thread; the caller keeps `context` alive during the call.
    RelayPtr of(const QObject* context);

private:
    std::mutex m_mutex;
    std::vector<RelayPtr> m_relays;
};

} // namespace parterre
