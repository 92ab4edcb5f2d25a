// Socket: one connected, non-blocking TCP socket, encrypted or not, and the poller that says when one is ready.
#pragma once

#include "server/http/tls.h"

#include <QByteArray>
#include <QObject>

#include <cstdint>
#include <span>
#include <string_view>

class QSocketNotifier;

namespace parterre::http {

class Poller;

// Told by the poller; `events` are those of epoll(7). Must not be deleted while the poller tells: delete it from the
// event loop, after its socket was closed.
class Polled
{
public:
    virtual void ready(std::uint32_t events) = 0;

protected:
    ~Polled() = default;
};

// Owns the descriptor. Reads and writes never block.
class Socket
{
public:
    Socket(Poller& poller, int descriptor) : m_poller(poller), m_descriptor(descriptor) {}
    ~Socket() { close(); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    // Before anything is read or written.
    void encrypt(const TlsIdentity& identity);
    bool isGreeted() const { return !m_tls || m_tls->isGreeted(); } // false: the handshake is not over

    static constexpr qint64 later = -1;  // nothing to read or no room to write just now
    static constexpr qint64 broken = -2; // the connection is gone
    // Buffers of at least 16 KiB, see TlsSession. Bytes read, 0 when the peer has sent its last byte, `later` or
    // `broken`.
    qint64 read(char* out, std::size_t size);
    // Bytes the kernel took, `later` or `broken`. At most 16 pieces are looked at.
    qint64 write(std::span<const std::string_view> pieces);

    // Confirms to the peer's kernel what was read, now instead of up to 40 ms later: a sender that gathers small writes
    // (RFC 896, Nagle) waits for it with the rest of its request.
    void acknowledge();

    // What `polled` is to be told of; call with the first interest before anything else, cheap when nothing changes.
    void watch(Polled* polled, bool reading, bool writing);
    void shutdownWriting();
    void close();

private:
    qint64 writeEncrypted(std::span<const std::string_view> pieces);

    Poller& m_poller;
    int m_descriptor;
    std::unique_ptr<TlsSession> m_tls;
    std::uint32_t m_watched = 0;
    bool m_added = false;
};

// One epoll set behind one QSocketNotifier. Qt's own notifiers wake the event loop by two system calls a request and
// make poll(2) look at every open connection each time round; this asks only for those that are ready.
class Poller : public QObject
{
    Q_OBJECT
public:
    explicit Poller(QObject* parent = nullptr);
    ~Poller() override;

private:
    friend class Socket;
    void tellReady();
    int m_epoll;
    QSocketNotifier* m_notifier;
};

} // namespace parterre::http
