// WriterThread: the one thread that writes. The only place of the centre's core that makes a thread.
#pragma once

#include <functional>
#include <thread>

namespace parterre {

class WriterThread
{
public:
    ~WriterThread() { join(); }

    // Once.
    void start(std::function<void()> work);
    bool started() const { return m_started; }
    void join(); // waits for the work to end; again: nothing

private:
    std::thread m_thread;
    bool m_started = false;
};

} // namespace parterre
