// WriterThread: starts and joins.
#include "server/arbiter/writer_thread.h"

#include "sync/base/require.h"

namespace parterre {

void WriterThread::start(std::function<void()> work)
{
    PARTERRE_REQUIRE(!m_started);
    m_started = true;
    m_thread = std::thread(std::move(work));
}

void WriterThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace parterre
