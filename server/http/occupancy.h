// Occupancy: how many connections there are, in all and of each customer, over all threads of a server.
#pragma once

#include <QHash>
#include <QHostAddress>

#include <mutex>

namespace parterre::http {

// Any thread.
class Occupancy
{
public:
    enum class Entry { Taken, Full, TooManyOfOne };
    // Counts one more, unless that many are there already. `perCustomer` 0: not limited.
    Entry enter(const QHostAddress& peer, std::size_t most, std::size_t perCustomer);
    // One customer less to be counted against their limit; the connection itself is still there.
    void uncount(const QHostAddress& peer);
    void leave();

private:
    std::mutex m_mutex;
    std::size_t m_all = 0;
    QHash<QHostAddress, std::size_t> m_ofCustomer;
};

} // namespace parterre::http
