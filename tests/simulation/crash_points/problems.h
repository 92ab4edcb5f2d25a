// Problems: what a check found wrong, as sentences.
#pragma once

#include "sync/base/result.h"

#include <string>
#include <vector>

namespace parterre::testing {

class Problems
{
public:
    const std::vector<std::string>& list() const { return m_list; }
    bool none() const { return m_list.empty(); }

    // True when it holds; else the problem is noted.
    bool require(bool holds, const std::string& problem)
    {
        if (!holds)
            m_list.push_back(problem);
        return holds;
    }
    template <typename T>
    bool require(const Result<T>& result, const std::string& what)
    {
        return require(result.ok(), what + (result ? std::string() : ": " + result.error().detail));
    }
    void add(const std::vector<std::string>& found) { m_list.insert(m_list.end(), found.begin(), found.end()); }

private:
    std::vector<std::string> m_list;
};

} // namespace parterre::testing
