// One worker thread with a bounded queue; answers are posted back to the hasher's own thread.
#include "server/guard/password_hasher.h"
#include "server/guard/password_hash.h"

#include <QPointer>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace parterre {

struct PasswordHasher::Worker
{
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::function<void()>> waiting;
    bool stopping = false;
    std::thread thread;

    void loop()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [this] { return stopping || !waiting.empty(); });
            if (stopping)
                return;
            const std::function<void()> job = std::move(waiting.front());
            waiting.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
    }
};

PasswordHasher::PasswordHasher(QObject* parent) : QObject(parent), m_worker(std::make_unique<Worker>())
{
    m_worker->thread = std::thread([worker = m_worker.get()] { worker->loop(); });
}

PasswordHasher::~PasswordHasher()
{
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->stopping = true;
    }
    m_worker->wake.notify_all();
    m_worker->thread.join();
}

void PasswordHasher::enqueue(QObject* context, std::function<Delivery()> work, Delivery refuse)
{
    // The context is looked at on this thread only, where it lives and dies.
    const auto deliver = [this, guard = QPointer<QObject>(context)](Delivery delivery) {
        const auto onOwnThread = [guard, delivery = std::move(delivery)] {
            if (guard)
                delivery();
        };
        QMetaObject::invokeMethod(this, onOwnThread, Qt::QueuedConnection);
    };
    const std::lock_guard lock(m_worker->mutex);
    if (m_worker->waiting.size() >= maxWaiting) {
        deliver(std::move(refuse));
        return;
    }
    m_worker->waiting.push_back([deliver, work = std::move(work)] { deliver(work()); });
    m_worker->wake.notify_one();
}

void PasswordHasher::hash(std::string password, QObject* context, Completion<std::string> done)
{
    enqueue(
        context,
        [password = std::move(password), done]() -> Delivery {
            return [done, result = hashPassword(password)] { done(result); };
        },
        [done] {
            done(Error{ErrorCode::Overloaded, "too many sign-ins at once"});
        });
}

void PasswordHasher::verify(std::string hash, std::string password, QObject* context, Completion<bool> done)
{
    enqueue(
        context,
        [hash = std::move(hash), password = std::move(password), done]() -> Delivery {
            return [done, fits = verifyPassword(hash, password)] { done(fits); };
        },
        [done] {
            done(Error{ErrorCode::Overloaded, "too many sign-ins at once"});
        });
}

} // namespace parterre
