// Reading and writing across pages.
#include "tests/support/crash_disk/file_content.h"

#include <algorithm>
#include <cstring>

namespace parterre::testing {

QByteArray FileContent::bytes() const
{
    QByteArray all(m_size, Qt::Uninitialized);
    read(0, all.data(), m_size);
    return all;
}

qsizetype FileContent::read(qsizetype at, char* out, qsizetype size) const
{
    const qsizetype there = std::clamp<qsizetype>(m_size - at, 0, size);
    for (qsizetype done = 0; done < there;) {
        const qsizetype in = (at + done) % page;
        const qsizetype part = std::min(page - in, there - done);
        const QByteArray& from = m_pages[static_cast<std::size_t>((at + done) / page)];
        std::memcpy(out + done, from.constData() + in, static_cast<std::size_t>(part));
        done += part;
    }
    return there;
}

void FileContent::write(qsizetype at, const char* bytes, qsizetype size)
{
    if (size == 0)
        return;
    static const QByteArray zeros(page, '\0');
    m_size = std::max(m_size, at + size);
    m_pages.resize(pagesOf(m_size), zeros);
    for (qsizetype done = 0; done < size;) {
        const qsizetype in = (at + done) % page;
        const qsizetype part = std::min(page - in, size - done);
        QByteArray& to = m_pages[static_cast<std::size_t>((at + done) / page)];
        std::memcpy(to.data() + in, bytes + done, static_cast<std::size_t>(part));
        done += part;
    }
}

void FileContent::truncate(qsizetype size)
{
    if (size >= m_size)
        return;
    m_size = size;
    m_pages.resize(pagesOf(size));
    if (const qsizetype in = size % page; in > 0)
        std::memset(m_pages.back().data() + in, 0, static_cast<std::size_t>(page - in));
}

bool operator==(const FileContent& a, const FileContent& b)
{
    const auto same = [](const QByteArray& one, const QByteArray& other) {
        return one.constData() == other.constData() || one == other;
    };
    return a.m_size == b.m_size && std::equal(a.m_pages.begin(), a.m_pages.end(), b.m_pages.begin(), same);
}

} // namespace parterre::testing
