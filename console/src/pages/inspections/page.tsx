import { Route, Routes } from 'react-router';
import { InspectionDetail } from './detail.js';
import { InspectionList } from './list.js';

export default function InspectionsPage() {
  return (
    <Routes>
      <Route index element={<InspectionList />} />
      <Route path=":id" element={<InspectionDetail />} />
    </Routes>
  );
}
