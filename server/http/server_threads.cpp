// Everything a lane's server does happens on the lane's thread.
#include "server/http/server_threads.h"

#include "sync/base/require.h"

#include <QTcpServer>

#include <algorithm>
#include <latch>

namespace parterre::http {
namespace {

constexpr int attempts = 20; // at ports the system chose and somebody else was quicker to share

// The port when nobody else has it; it is free again when this returns.
Result<std::uint16_t> freePort(const QHostAddress& address, std::uint16_t port)
{
    QTcpServer alone;
    if (!alone.listen(address, port)) {
        const QString why = QStringLiteral("%1:%2: %3").arg(address.toString()).arg(port).arg(alone.errorString());
        return Error{ErrorCode::Unavailable, why.toStdString()};
    }
    return alone.serverPort();
}

} // namespace

ServerThreads::ServerThreads(Server& home, Limits limits, const Clock& clock, std::size_t threads)
    : m_home(home), m_clock(clock), m_toHome(relayTo(&home))
{
    for (std::size_t i = 0; i < threads; ++i) {
        m_lanes.push_back(std::make_unique<Lane>());
        Lane& lane = *m_lanes.back();
        QObject there;
        there.moveToThread(&lane.thread);
        lane.relay = relayTo(&there);
        lane.thread.setObjectName(QStringLiteral("sockets %1").arg(i + 1));
        lane.thread.start();
    }
    onEach([&](Lane& lane) {
        lane.server = std::make_unique<Server>(limits, m_clock);
        lane.server->workFor(m_home, m_toHome);
    });
}

ServerThreads::~ServerThreads()
{
    onEach([](Lane& lane) { lane.server.reset(); });
    for (const auto& lane : m_lanes) {
        lane->thread.quit();
        lane->thread.wait();
    }
}

void ServerThreads::onEach(const std::function<void(Lane&)>& work)
{
    for (const auto& lane : m_lanes) {
        std::latch done(1);
        lane->relay->post([&] {
            work(*lane);
            done.count_down();
        });
        done.wait();
    }
}

Result<std::uint16_t> ServerThreads::listen(const QHostAddress& address, std::uint16_t port)
{
    if (m_lanes.empty())
        return m_home.listen(address, port);
    Result<std::uint16_t> result = Error{ErrorCode::Unavailable, "no port"};
    for (int i = 0; i < attempts; ++i) {
        const auto chosen = freePort(address, port);
        if (!chosen.ok())
            return chosen.error();
        result = *chosen;
        onEach([&](Lane& lane) {
            if (const auto listening = lane.server->listen(address, *chosen, Server::Port::Shared); !listening.ok())
                result = listening.error();
        });
        if (result.ok() || port != 0)
            break;
    }
    return result;
}

void ServerThreads::trust(const TrustedProxies& proxies)
{
    m_home.trust(proxies);
    onEach([&](Lane& lane) { lane.server->trust(proxies); });
}

void ServerThreads::encryptWith(const std::shared_ptr<TlsIdentity>& identity)
{
    m_home.encryptWith(identity);
    onEach([&](Lane& lane) { lane.server->encryptWith(identity); });
}

void ServerThreads::stop(Milliseconds within, std::function<void()> stopped)
{
    if (m_lanes.empty())
        return m_home.stop(within, std::move(stopped));
    m_stopping = m_lanes.size();
    m_stopped = std::move(stopped);
    onEach([&](Lane& lane) {
        lane.server->stop(within, [this] {
            m_toHome->post([this] {
                if (--m_stopping == 0)
                    m_stopped();
            });
        });
    });
}

// Of the lanes: their own probes. Of home: how long a piece of work waits behind what the lanes have posted.
Milliseconds ServerThreads::delay()
{
    if (m_lanes.empty())
        return m_home.delay();
    for (const auto& lane : m_lanes)
        lane->relay->post([&lane = *lane] { lane.delayMs = lane.server ? lane.server->delay().count() : 0; });
    std::int64_t longest = *m_homeDelayMs;
    for (const auto& lane : m_lanes)
        longest = std::max<std::int64_t>(longest, lane->delayMs);
    m_toHome->post([delay = m_homeDelayMs, &clock = m_clock, asked = m_clock.sinceBoot()] {
        *delay = (clock.sinceBoot() - asked).count();
    });
    return Milliseconds(longest);
}

} // namespace parterre::http
