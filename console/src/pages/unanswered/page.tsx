import { Route, Routes } from 'react-router';
import { GroupDetail } from './group.js';
import { ReviewOverview } from './overview.js';
import { ProposalDetail } from './proposal.js';

export default function ReviewPage() {
  return (
    <Routes>
      <Route index element={<ReviewOverview />} />
      <Route path="groups/:id" element={<GroupDetail />} />
      <Route path="proposals/:id" element={<ProposalDetail />} />
    </Routes>
  );
}
