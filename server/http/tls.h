// TLS by OpenSSL: the certificate new connections are greeted with, and the encryption of one connection.
#pragma once

#include "sync/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

struct ssl_ctx_st;
struct ssl_st;

namespace parterre::http {

// A certificate chain with its key. Immutable; connections that began with one keep it.
class TlsIdentity
{
public:
    // PEM files. TLS 1.2 and newer. Unavailable with the file and what is wrong with it.
    static Result<std::shared_ptr<TlsIdentity>> load(const std::string& certificateFile, const std::string& keyFile);
    ~TlsIdentity();

private:
    friend class TlsSession;
    explicit TlsIdentity(ssl_ctx_st* context) : m_context(context) {}
    ssl_ctx_st* m_context;
};

// The server's side of one connection over a non-blocking descriptor, which it does not own. The handshake happens by
// itself in the first reads and writes.
class TlsSession
{
public:
    TlsSession(const TlsIdentity& identity, int descriptor);
    ~TlsSession();
    TlsSession(const TlsSession&) = delete;
    TlsSession& operator=(const TlsSession&) = delete;

    // As Socket::read() and Socket::write(). A buffer of 16 KiB or more takes a whole record, so nothing that was read
    // from the kernel stays behind.
    std::int64_t read(char* out, std::size_t size);
    std::int64_t write(const char* data, std::size_t size);

    bool isGreeted() const; // the handshake is over
    // What the last call waits for, other than its own direction.
    bool readWaitsForRoom() const { return m_readWaitsForRoom; }
    bool writeWaitsForData() const { return m_writeWaitsForData; }

    void sayGoodbye(); // nothing more will be written

private:
    std::int64_t outcome(int done, bool& waitsForTheOther, int other);
    ssl_st* m_ssl;
    bool m_readWaitsForRoom = false;
    bool m_writeWaitsForData = false;
    bool m_broken = false;
};

} // namespace parterre::http
