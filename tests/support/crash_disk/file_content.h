// FileContent: the bytes of a file in shared pages, so that copies of whole disks cost next to nothing.
#pragma once

#include <QByteArray>

#include <vector>

namespace parterre::testing {

class FileContent
{
public:
    FileContent() = default;
    FileContent(const QByteArray& bytes) { write(0, bytes.constData(), bytes.size()); }

    qsizetype size() const { return m_size; }
    QByteArray bytes() const;
    // Fills `out` from `at` on; less than `size` when the file ends before. Answers how many.
    qsizetype read(qsizetype at, char* out, qsizetype size) const;
    void write(qsizetype at, const char* bytes, qsizetype size); // a hole before it reads as zeros
    void truncate(qsizetype size);                               // never makes a file longer
    friend bool operator==(const FileContent& a, const FileContent& b);

private:
    static constexpr qsizetype page = 4096;
    static std::size_t pagesOf(qsizetype size) { return static_cast<std::size_t>((size + page - 1) / page); }

    qsizetype m_size = 0;
    std::vector<QByteArray> m_pages; // whole ones; zeros behind the end
};

} // namespace parterre::testing
