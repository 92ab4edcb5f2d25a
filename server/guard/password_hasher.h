// PasswordHasher: hashes and verifies passwords on a thread of its own, so that nobody waits for 50 ms of argon2.
#pragma once

#include "sync/base/result.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>

namespace parterre {

// Lives on the thread of its askers; answers come there, in order, only while `context` lives. One hash at a time, so
// memory is bounded by 64 MiB; at most `maxWaiting` jobs wait, more are answered Overloaded. The destructor drops what
// waits and finishes the hash in work.
class PasswordHasher : public QObject
{
public:
    static constexpr std::size_t maxWaiting = 64;

    explicit PasswordHasher(QObject* parent = nullptr);
    ~PasswordHasher() override;

    void hash(std::string password, QObject* context, Completion<std::string> done);
    // The hash is decoyPasswordHash() for a name that does not exist.
    void verify(std::string hash, std::string password, QObject* context, Completion<bool> done);

private:
    struct Worker;
    using Delivery = std::function<void()>;
    // `work` runs on the worker and returns what to do back here; `refuse` runs here when there is no room.
    void enqueue(QObject* context, std::function<Delivery()> work, Delivery refuse);
    std::unique_ptr<Worker> m_worker;
};

} // namespace parterre
